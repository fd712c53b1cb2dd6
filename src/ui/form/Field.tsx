import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

export type FieldText = {
  label: string
  /** One quiet line under the control, until a problem takes its place. */
  help?: ReactNode
  optional?: boolean
}

type Props = FieldText & { id: string; problem: string | undefined; children: ReactNode }

/** The id of the line under the control with this id; what its `aria-describedby` names. */
export const lineId = (id: string) => `${id}-line`

/** Label, control, and one line that is always there, so that nothing jumps when a problem appears. */
export const Field = ({ id, label, help, optional, problem, children }: Props) => (
  <div className="min-w-0">
    <label className="label" htmlFor={id}>
      {label}
      {optional && <span className="opt">optional</span>}
    </label>
    {children}
    {problem === undefined ? (
      <div className="help" id={lineId(id)}>
        {help}
      </div>
    ) : (
      <div className="problem" id={lineId(id)}>
        <CircleAlert />
        {problem}
      </div>
    )}
  </div>
)
