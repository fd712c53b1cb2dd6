/** Keys to press, one after the other or together: `<Keys of={['g', 'n']} />`. */
export const Keys = ({ of }: { of: readonly string[] }) => (
  <span className="inline-flex gap-1">
    {of.map((key) => (
      <kbd key={key} className="kbd">
        {key}
      </kbd>
    ))}
  </span>
)
