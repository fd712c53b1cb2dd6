import type { MessageTypesWithSubscriptions, SubscriptionMessageTypes } from '@polkadot/extension-base/background/types'
import { useEffect, useState } from 'react'
import { follow } from './messages.ts'

/** What the background last said of something; `undefined` before it said anything. Followed for as long as the page is there. */
export function useFollowed<Message extends MessageTypesWithSubscriptions>(message: Message) {
  const [said, setSaid] = useState<SubscriptionMessageTypes[Message]>()
  useEffect(
    function followBackground() {
      follow(message, setSaid)
    },
    [message],
  )
  return said
}
