import { useState, type ReactNode } from 'react'

type Act = {
  /** Names the form for those who do not see it. */
  label: string
  children?: ReactNode
  /** On the button that does it. */
  button: string
  /** What the button does with what was filled in. Its error is shown in its own words. */
  act: (filled: FormData) => Promise<unknown>
  /** Buttons beside it that need nothing filled in. */
  others?: Record<string, () => Promise<unknown>>
}

/** A form that does one thing, says why it did not, and is empty again when it did. */
export function Act({ label, children, button, act, others = {} }: Act) {
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)

  async function run(form: HTMLFormElement | null, does: () => Promise<unknown>) {
    setBusy(true)
    setProblem('')
    try {
      await does()
      form?.reset()
    } catch (error) {
      setProblem((error as Error).message)
    }
    setBusy(false)
  }

  return (
    <form
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        const form = event.currentTarget
        const filled = new FormData(form)
        void run(form, () => act(filled))
      }}
    >
      {children}
      {problem && <p role="alert">{problem}</p>}
      <div className="buttons">
        <button disabled={busy}>{button}</button>
        {Object.entries(others).map(([name, does]) => (
          <button key={name} type="button" disabled={busy} onClick={() => void run(null, does)}>
            {name}
          </button>
        ))}
      </div>
    </form>
  )
}
