import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { SquareDashed } from 'lucide-react'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { planNameProblem } from '#domain/plan/plan-name.ts'
import { blankAnswers, isAsked, planOf, type Template } from '#domain/plan/template.ts'
import { templateOf } from '#domain/plan/templates/all.ts'
import { chooseNode } from '#domain/plan/edit.ts'
import { draftList, newDraft } from '#queries/drafts.ts'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { keepSshKeys } from '#queries/ssh-keys.ts'
import { Breadcrumbs } from '#ui/Breadcrumbs.tsx'
import { Button, buttonClass } from '#ui/Button.tsx'
import { Empty } from '#ui/Empty.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { TextField } from '#ui/form/TextField.tsx'
import { chance } from '#features/deploy/forms/chance.ts'
import { AskField } from './AskField.tsx'
import type { TemplateValues } from './template-values.ts'

/** What a template wants to know, before it makes a draft that the builder goes on with. */
export function TemplatePage() {
  const { templateId } = useParams({ from: '/deploy/templates/$templateId' })
  const template = templateOf(templateId)
  const drafts = useQuery(draftList)
  if (!template)
    return (
      <Page title="No such template">
        <Empty
          icon={<SquareDashed />}
          title={`There is no template “${templateId}”`}
          actions={
            <Link to="/deploy/templates" className={buttonClass({ variant: 'primary' })}>
              See templates
            </Link>
          }
        >
          It was renamed, or never was.
        </Empty>
      </Page>
    )
  return (
    <Page
      title={template.name}
      layout="narrow"
      breadcrumbs={
        <Breadcrumbs>
          <Link to="/deploy/templates">Templates</Link>
          <span>{template.name}</span>
        </Breadcrumbs>
      }
      lead={
        <p className="text-ink-2">
          {template.makes} <span className="text-ink-3">Needs: {template.needs}</span>
        </p>
      }
    >
      {!drafts.isPending && (
        <TemplateForm key={template.id} template={template} taken={(drafts.data ?? []).map(({ name }) => name)} />
      )}
    </Page>
  )
}

function TemplateForm({ template, taken }: { template: Template; taken: string[] }) {
  const { node } = useSearch({ from: '/deploy/templates/$templateId' })
  const network = useNetwork()
  const navigate = useNavigate()
  const [blank] = useState((): TemplateValues => ({
    name: freshName(template.id, taken),
    answers: blankAnswers(template, chance),
  }))
  const { control, handleSubmit } = useForm<TemplateValues>({ mode: 'onTouched', defaultValues: blank })
  const answers = useWatch({ control, name: 'answers' })
  const begin = useMutation({
    mutationFn: async (values: TemplateValues) => {
      await keepSshKeys(String(values.answers['ssh'] ?? ''))
      const plan = planOf(template, values.name, values.answers, chance)
      return newDraft(network.id, node === undefined ? plan : chooseNode(plan, 0, node))
    },
    onSuccess: (draft) => void navigate({ to: '/deploy', search: { draft } }),
  })
  return (
    <form
      className="@container flex max-w-[560px] flex-col gap-4"
      onSubmit={(event) => void handleSubmit((values) => begin.mutate(values))(event)}
      noValidate
    >
      <TextField
        control={control}
        name="name"
        label="Name"
        help="What you call it in your lists"
        problem={(name) => planNameProblem(name)?.words}
      />
      {template.asks
        .filter((ask) => isAsked(ask, answers))
        .map((ask) => (
          <AskField key={ask.name} control={control} ask={ask} />
        ))}
      {begin.error && (
        <Notice tone="bad" alert>
          {explain(begin.error).what}
        </Notice>
      )}
      <div className="pt-1">
        <Button type="submit" variant="primary" busy={begin.isPending}>
          Continue to the builder
        </Button>
        <p className="pt-2 text-small text-ink-3">Nothing is signed or paid yet. The node is chosen next.</p>
      </div>
    </form>
  )
}

/** `vm1`, or the next that no draft has. */
function freshName(stem: string, taken: string[]): string {
  for (let n = 1; ; n++) {
    const name = `${stem.replaceAll('-', '')}${n}`
    if (!taken.includes(name)) return name
  }
}
