import { Maximize2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { useSize } from '#ui/useSize.ts'
import { Graph } from './Graph.tsx'
import { GraphDialog } from './GraphDialog.tsx'
import type { Builder } from './useBuilder.ts'

/** The graph at the foot of the list, and the way to it in large. */
export function GraphPane({ builder }: { builder: Builder }) {
  const box = useRef<HTMLDivElement>(null)
  const size = useSize(box)
  const [isLarge, setLarge] = useState(false)
  return (
    <div className="flex max-h-[45%] shrink-0 flex-col border-t border-line p-3 pt-2">
      <div className="eyebrow flex items-center pb-1">
        Who uses what
        <Button
          size="small"
          variant="ghost"
          icon
          className="ml-auto size-6!"
          aria-label="Enlarge the graph"
          onClick={() => setLarge(true)}
        >
          <Maximize2 />
        </Button>
      </div>
      <div ref={box} className="min-h-0 overflow-auto">
        <Graph builder={builder} label="Who uses what" where="graph" room={size?.width} />
      </div>
      <GraphDialog builder={builder} open={isLarge} onClose={() => setLarge(false)} />
    </div>
  )
}
