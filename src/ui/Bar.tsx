import clsx from 'clsx'

type Props = {
  total: number
  /** What others hold. */
  used: number
  /** What the machine keeps for itself. */
  system?: number
  /** What you ask for; red where it does not fit. */
  you?: number
  large?: boolean
}

/** A capacity as grey for others and accent for you. The figures stand beside it, so it is silent to a reader. */
export function Bar({ total, used, system = 0, you = 0, large }: Props) {
  const width = (part: number) => ({ width: `${total > 0 ? Math.min(100, Math.max(0, (part / total) * 100)) : 0}%` })
  return (
    <span className={clsx('bar', large && 'bar-lg')} aria-hidden="true">
      {used > 0 && <i style={width(used)} />}
      {system > 0 && <i className="sys" style={width(system)} />}
      {you > 0 && <i className={used + system + you > total ? 'over' : 'you'} style={width(you)} />}
    </span>
  )
}
