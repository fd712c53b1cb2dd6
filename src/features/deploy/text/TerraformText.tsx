import { useRef } from 'react'
import type { Plan } from '#domain/plan/plan.ts'
import { toTerraform } from '#domain/plan/text/terraform.ts'
import { CopyButton } from '#ui/CopyButton.tsx'
import { CodeArea } from './CodeArea.tsx'

/** The same for Terraform, to be taken along. */
export function TerraformText({ plan }: { plan: Plan }) {
  const area = useRef<HTMLTextAreaElement>(null)
  const text = toTerraform(plan)
  return (
    <div className="panel flex h-full min-h-[60dvh] flex-col overflow-hidden">
      <div className="flex h-10 shrink-0 items-center gap-3 border-b border-line pr-1.5 pl-3">
        <span className="min-w-0 flex-1 truncate text-ink-2">To be taken along; edit the form, JSON or YAML</span>
        <CopyButton value={text} what="the Terraform" />
      </div>
      <CodeArea ref={area} label="Plan for Terraform" value={text} />
    </div>
  )
}
