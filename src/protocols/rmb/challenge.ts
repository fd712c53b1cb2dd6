import { md5 } from '@noble/hashes/legacy.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Address, Envelope } from './envelope_pb.ts'

/**
 * The 16 bytes a sender signs: MD5 over an envelope's fields, numbers as decimal text, nothing between them.
 *
 * Source: rmb-rs src/types/mod.rs 15f2092; tfgrid-sdk-go rmb-sdk-go/peer/hashes.go 10e7b39
 */
export function challenge(envelope: Envelope): Uint8Array {
  const { uid, tags = '', timestamp, expiration, source, destination, message, payload, relays } = envelope
  const { schema = '', federation = '' } = envelope
  const before = `${uid}${tags}${timestamp}${expiration}${addressText(source)}${addressText(destination)}`
  const after = `${messageText(message)}${schema}${federation}`
  return md5(concatBytes(utf8ToBytes(before + after), payload.value ?? new Uint8Array(), utf8ToBytes(relays.join(''))))
}

/** A missing address counts as twin 0 (rmb-rs). */
const addressText = (address: Address | undefined): string => `${address?.twin ?? 0}${address?.connection ?? ''}`

function messageText(message: Envelope['message']): string {
  switch (message.case) {
    case 'request':
      return message.value.command
    case 'error':
      return `${message.value.code}${message.value.message}`
    default:
      return ''
  }
}
