import { Box, Database, Globe, HardDrive, MapPin, Network, ScrollText, Files, type LucideIcon } from 'lucide-react'
import type { WorkloadType } from '#domain/workloads/workload.ts'

const icons: Record<WorkloadType, LucideIcon> = {
  network: Network,
  'network-light': Network,
  ip: MapPin,
  ipv4: MapPin,
  zmount: HardDrive,
  volume: HardDrive,
  zmachine: Box,
  'zmachine-light': Box,
  zlogs: ScrollText,
  zdb: Database,
  qsfs: Files,
  'gateway-name-proxy': Globe,
  'gateway-fqdn-proxy': Globe,
}

export function WorkloadIcon({ type, className }: { type: WorkloadType; className?: string }) {
  const Icon = icons[type] ?? Box
  return <Icon className={className} />
}
