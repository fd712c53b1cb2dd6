import type { SigningRequest } from '@polkadot/extension-base/background/types'
import { useEffect, useState } from 'react'
import { Act } from './Act.tsx'
import { send } from './messages.ts'
import { PasswordField } from './PasswordField.tsx'

/** A signature that a site asks for. The account's password is asked unless it was to be remembered. */
export function SignRequest({ asked: { id, url, account, request } }: { asked: SigningRequest }) {
  const [isLocked, setIsLocked] = useState<boolean>()
  useEffect(
    function askWhetherLocked() {
      void send('pri(signing.isLocked)', { id }).then((said) => setIsLocked(said.isLocked))
    },
    [id],
  )
  if (isLocked === undefined) return <p>Opening…</p>

  const what = 'data' in request.payload ? 'Sign a message' : 'Sign a transaction'
  return (
    <section id={id} aria-label={what}>
      <h1>{what}</h1>
      <p>
        {url} asks for a signature of {String(account.name)}.
      </p>
      <pre>{JSON.stringify(request.payload, undefined, 1)}</pre>
      <Act
        label="Signature"
        button="Sign"
        act={(filled) =>
          send('pri(signing.approve.password)', {
            id,
            password: String(filled.get('password') ?? ''),
            savePass: filled.has('remember'),
          })
        }
        others={{ Cancel: () => send('pri(signing.cancel)', { id }) }}
      >
        {isLocked && <PasswordField label="Password" />}
        <label>
          <input type="checkbox" name="remember" />
          <span>Remember the password for 15 minutes</span>
        </label>
      </Act>
    </section>
  )
}
