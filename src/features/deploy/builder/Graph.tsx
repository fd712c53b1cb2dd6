import clsx from 'clsx'
import type { KeyboardEvent } from 'react'
import { sameSpot } from '#domain/plan/plan.ts'
import { Glyph } from '#ui/State.tsx'
import { boxBeside, boxHeight, draw, type Box } from './drawing.ts'
import { focusSpot, spotMark } from './focus-spot.ts'
import { workloadIcons } from './icons.ts'
import { RenameField } from './RenameField.tsx'
import { glyphOf, spokenState, stateAt, usesWords } from './row-words.ts'
import type { Builder } from './useBuilder.ts'

type Props = {
  builder: Builder
  label: string
  where: 'graph' | 'large'
  /** How wide it can be, in CSS pixels: it is drawn a little smaller to fit. */
  room?: number | undefined
}

/** Smaller than that nobody reads it. */
const leastZoom = 0.8

/** Who uses what, drawn: the workloads as buttons, joined to what they name. The same plan as the list, chosen alike. */
export function Graph({ builder, label, where, room }: Props) {
  const drawing = draw(builder.plan)
  const { boxes, lines, width, height } = drawing
  const chosen = boxes.findIndex(({ at }) => sameSpot(at, builder.at))
  const press = (event: KeyboardEvent, i: number) => {
    const { at } = boxes[i]!
    const next = boxBeside(drawing, i, event.key)
    if (next !== undefined) {
      builder.choose(boxes[next]!.at)
      focusSpot(boxes[next]!.at, where)
    } else if (event.key === 'F2') builder.rename(at, where)
    else if (event.key === 'Delete') builder.remove(at, where)
    else if (!event.key.startsWith('Arrow')) return
    event.preventDefault()
  }
  return (
    <fieldset
      aria-label={label}
      className="relative mx-auto my-1"
      style={{ width, height, zoom: room && Math.max(leastZoom, Math.min(1, room / width)) }}
    >
      <svg width={width} height={height} className="absolute inset-0" aria-hidden="true">
        {lines.map(({ from, to, path }) => (
          <path
            key={`${from} ${to}`}
            d={path}
            fill="none"
            className={from === chosen || to === chosen ? 'stroke-accent' : 'stroke-field'}
            strokeWidth="1.2"
          />
        ))}
      </svg>
      {boxes.map((box, i) => (
        <GraphBox
          key={`${box.at.node}.${box.at.deployment}.${box.at.workload}`}
          builder={builder}
          box={box}
          where={where}
          isChosen={i === chosen}
          reachable={i === Math.max(0, chosen)}
          onKey={(event) => press(event, i)}
        />
      ))}
    </fieldset>
  )
}

type BoxProps = {
  builder: Builder
  box: Box
  where: 'graph' | 'large'
  isChosen: boolean
  /** By Tab; arrow keys go on from there. */
  reachable: boolean
  onKey: (event: KeyboardEvent) => void
}

function GraphBox({ builder, box, where, isChosen, reachable, onKey }: BoxProps) {
  const { at, workload, x, y, width } = box
  const Icon = workloadIcons[workload.type]
  const state = stateAt(builder.checks, at)
  const isRenaming = builder.renaming?.where === where && sameSpot(builder.renaming.at, at)
  if (isRenaming)
    return (
      <span className="absolute z-10" style={{ left: x, top: y - 1, width: Math.max(width, 130) }}>
        <RenameField builder={builder} at={at} where={where} />
      </span>
    )
  return (
    <button
      type="button"
      {...spotMark(at, where)}
      tabIndex={reachable ? 0 : -1}
      aria-label={`${usesWords(builder.plan, at)}, ${spokenState[state]}`}
      aria-current={isChosen || undefined}
      style={{ left: x, top: y, width, height: boxHeight }}
      className={clsx(
        'absolute flex cursor-pointer items-center gap-1 rounded-md border px-1.5 text-small font-medium',
        isChosen ? 'border-accent bg-accent-soft' : 'border-line-strong bg-raised hover:border-field',
      )}
      onClick={() => builder.choose(at)}
      onKeyDown={onKey}
    >
      <Icon className={clsx('i-sm', isChosen ? 'text-accent' : 'text-ink-3')} />
      <span className="min-w-0 flex-1 truncate text-left">{workload.name}</span>
      {state !== 'ok' && <Glyph kind={glyphOf[state]} />}
    </button>
  )
}
