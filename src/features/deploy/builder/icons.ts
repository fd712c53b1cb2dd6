import {
  Box,
  Database,
  FolderOpen,
  Globe,
  GlobeLock,
  HardDrive,
  Layers,
  ScrollText,
  Waypoints,
  type LucideIcon,
} from 'lucide-react'
import type { WorkloadType } from '#domain/workloads/workload.ts'

export const workloadIcons: Record<WorkloadType, LucideIcon> = {
  network: Waypoints,
  'network-light': Waypoints,
  ip: GlobeLock,
  ipv4: GlobeLock,
  zmount: HardDrive,
  volume: FolderOpen,
  zmachine: Box,
  'zmachine-light': Box,
  zlogs: ScrollText,
  zdb: Database,
  qsfs: Layers,
  'gateway-name-proxy': Globe,
  'gateway-fqdn-proxy': Globe,
}
