import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { TextAreaField } from '#ui/form/TextAreaField.tsx'
import { TextField } from '#ui/form/TextField.tsx'
import { fieldOf, type FormProps } from './form-props.ts'
import { useWorkloadForm } from './usePlanForm.ts'

type Texts = { metadata: string; description: string }

/** What few people change: `children` of the type's own, then the texts that every workload may carry. */
export function MoreSection({ children, ...props }: FormProps & { children?: ReactNode }) {
  const field = fieldOf(props)
  const control = useWorkloadForm<typeof props.workload.type, Texts>(props, {
    from: ({ metadata, description }) => ({ metadata: metadata ?? '', description: description ?? '' }),
    to: ({ metadata, description }, workload) => ({
      ...workload,
      ...(metadata !== (workload.metadata ?? '') && { metadata }),
      ...(description !== (workload.description ?? '') && { description }),
    }),
  })
  return (
    <details className="group py-5">
      <summary className="flex cursor-pointer list-none items-center gap-1.5 text-ink-2 hover:text-ink">
        <ChevronRight className="i-sm transition-transform group-open:rotate-90" />
        More
      </summary>
      <div className="flex flex-col gap-4 pt-3">
        {children}
        <TextField control={control} name="description" label="Description" optional {...field('description')} />
        <TextAreaField
          control={control}
          name="metadata"
          label="Metadata"
          optional
          mono
          rows={2}
          help="For programs. Goes to the node with the rest, and is signed"
          {...field('metadata')}
        />
      </div>
    </details>
  )
}
