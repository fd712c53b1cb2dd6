import { encode } from 'uqr'

/** A text for a phone's camera. `label` says what it holds; the text itself should stand beside it. Dark on white always. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 2 })
  const dark = data.flatMap((row, y) => row.flatMap((is, x) => (is ? `M${x} ${y}h1v1h-1z` : [])))
  return (
    <svg viewBox={`0 0 ${size} ${size}`} className="size-40 shrink-0 rounded-md border border-line bg-white">
      <title>{label}</title>
      <path d={dark.join('')} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}
