import { Link } from '@tanstack/react-router'
import { freeIps, type Farm } from '#domain/farm.ts'
import { Certified } from './farm-columns.tsx'

/** A farm in two lines, for a narrow screen. The whole of it is the link. */
export const FarmRow = ({ farm }: { farm: Farm }) => (
  <Link
    to="/farms/$farmId"
    params={{ farmId: String(farm.id) }}
    className="flex min-h-17 flex-col justify-center gap-1 px-4 py-2.5 hover:bg-hover"
  >
    <span className="flex items-baseline gap-2">
      <span className="min-w-0 truncate font-medium">{farm.name}</span>
      <span className="mono ml-auto text-ink-3">{farm.id}</span>
    </span>
    <span className="flex gap-3 text-small text-ink-2">
      <span>{farm.dedicated ? 'Only let whole' : 'Shared'}</span>
      {farm.certified && <Certified />}
      <span className="ml-auto">{ipv4Words(farm)}</span>
    </span>
  </Link>
)

const ipv4Words = (farm: Farm) =>
  farm.publicIps.length === 0 ? 'No public IPs' : `${freeIps(farm)} of ${farm.publicIps.length} public IPs free`
