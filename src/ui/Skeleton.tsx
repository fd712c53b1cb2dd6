/** A grey stand-in for text that has not come yet. Widths vary so that rows look like rows. */
export const Skeleton = ({ width = 80, height = 12 }: { width?: number; height?: number }) => (
  <span className="skel align-middle" style={{ width, height }} aria-hidden="true" />
)

export const SkeletonLines = ({ lines = 6 }: { lines?: number }) => (
  <div className="flex flex-col gap-4 p-4 rail:p-6" aria-hidden="true">
    {Array.from({ length: lines }, (_, i) => (
      <Skeleton key={i} width={160 + ((i * 67) % 140)} />
    ))}
  </div>
)
