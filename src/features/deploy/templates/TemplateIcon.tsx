import { AppWindow, Box, Boxes, Database, Globe, HardDrive, Network, SquareDashed } from 'lucide-react'
import type { Template } from '#domain/plan/template.ts'

const byId: Record<string, typeof Box> = { kubernetes: Boxes, qsfs: HardDrive, blank: SquareDashed }
const byKind: Record<Template['kind'], typeof Box> = {
  machine: Box,
  storage: Database,
  web: Globe,
  network: Network,
  app: AppWindow,
}

export function TemplateIcon({ template: { id, kind } }: { template: Template }) {
  const Icon = byId[id] ?? byKind[kind]
  return <Icon className="mt-0.5 size-5 shrink-0 text-ink-3" />
}
