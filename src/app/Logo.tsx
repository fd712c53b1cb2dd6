const steps = [0, 6.5, 13]

/** Nine nodes, one of them yours. */
export const Logo = () => (
  <svg viewBox="0 0 18 18" className="size-[18px] shrink-0" aria-hidden="true">
    {steps.flatMap((y) =>
      steps.map((x) => {
        const yours = x === 6.5 && y === 6.5
        return (
          <rect
            key={`${x} ${y}`}
            x={x}
            y={y}
            width="5"
            height="5"
            rx="1.2"
            fill={yours ? 'var(--color-accent)' : 'currentColor'}
            opacity={yours ? 1 : 0.28}
          />
        )
      }),
    )}
  </svg>
)
