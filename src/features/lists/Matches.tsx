/** How many rows there are: `12 nodes`, or `12 of 40 match`. */
export const Matches = ({ count, of, noun }: { count: number; of: number | undefined; noun: string }) => (
  <output>
    <span className="text-ink-2">{count.toLocaleString('en')}</span>
    {of === undefined || of === count ? ` ${noun}${count === 1 ? '' : 's'}` : ` of ${of.toLocaleString('en')} match`}
  </output>
)
