import { countryShapes, pointOf } from '#ui/world-shapes.ts'

const view = { width: 120, height: 62 }

/** The part of the world around a place. Its name and coordinates stand beside it, so it is silent to a reader. */
export function PlaceMap({ place }: { place: { latitude: number; longitude: number } }) {
  const { x, y } = pointOf(place)
  return (
    <svg
      viewBox={`${x - view.width / 2} ${y - view.height / 2} ${view.width} ${view.height}`}
      preserveAspectRatio="xMidYMid slice"
      className="size-full"
      aria-hidden="true"
    >
      <g className="fill-track stroke-surface" strokeWidth="0.4">
        {countryShapes.map(({ name, path }) => (
          <path key={name} d={path} />
        ))}
      </g>
      <circle cx={x} cy={y} r="4" className="fill-accent" opacity="0.2" />
      <circle cx={x} cy={y} r="1.5" className="fill-accent" />
    </svg>
  )
}
