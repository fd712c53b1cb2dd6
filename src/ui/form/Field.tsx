import { CircleAlert, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

export type FieldText = {
  label: string
  /** One quiet line under the control, until a problem takes its place. */
  help?: ReactNode
  optional?: boolean
}

/** What is known of a field's value from elsewhere; `mend` is a way out of it, as a button. */
export type Told = { words: string; tone: 'bad' | 'warn'; mend?: Mend }

/** What a button beside the value says and does. */
export type Mend = { words: string; act: () => void }

type Props = FieldText & {
  id: string
  problem: string | undefined
  /** Where one may go on. */
  caution?: string
  mend?: Mend
  children: ReactNode
}

/** The id of the line under the control with this id; what its `aria-describedby` names. */
export const lineId = (id: string) => `${id}-line`

/** Label, control, and one line that is always there, so that nothing jumps when a problem appears. */
export const Field = ({ id, label, optional, children, ...line }: Props) => (
  <div className="min-w-0">
    <label className="label" htmlFor={id}>
      {label}
      {optional && <span className="opt">optional</span>}
    </label>
    {children}
    <FieldLine id={id} {...line} />
  </div>
)

/** A button inside the box, at its end: what fills it in. */
export const BoxAction = ({ words, act }: Mend) => (
  <button type="button" className="btn btn-ghost btn-sm -mr-1 h-6! px-1.5! text-accent!" onClick={act}>
    {words}
  </button>
)

/** The line alone, for a control that has its words beside it. */
export const FieldLine = ({ id, help, problem, caution, mend }: Omit<Props, 'label' | 'optional' | 'children'>) => {
  const words = problem ?? caution
  if (words === undefined)
    return (
      <div className="help" id={lineId(id)}>
        {help}
      </div>
    )
  return (
    <div className={problem === undefined ? 'help text-warn!' : 'problem'}>
      {problem === undefined ? <TriangleAlert className="mt-px size-3.25!" /> : <CircleAlert />}
      <span id={lineId(id)}>{words}</span>
      {mend && (
        <button type="button" className="link ml-auto shrink-0" onClick={mend.act}>
          {mend.words}
        </button>
      )}
    </div>
  )
}
