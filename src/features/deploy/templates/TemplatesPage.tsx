import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import type { Template } from '#domain/plan/template.ts'
import { templates } from '#domain/plan/templates/all.ts'
import { Empty } from '#ui/Empty.tsx'
import { Page } from '#ui/Page.tsx'
import { TemplateIcon } from './TemplateIcon.tsx'

const groups: { kinds: Template['kind'][]; name: string }[] = [
  { kinds: ['machine'], name: 'Machines' },
  { kinds: ['storage'], name: 'Storage' },
  { kinds: ['web', 'network'], name: 'Web and network' },
  { kinds: ['app'], name: 'Applications' },
]

/** Every way to begin a deployment. */
export function TemplatesPage() {
  const { find = '' } = useSearch({ from: '/deploy/templates' })
  const navigate = useNavigate({ from: '/deploy/templates' })
  const found = templates.filter(({ name, makes }) => `${name} ${makes}`.toLowerCase().includes(find.toLowerCase()))
  return (
    <Page
      title="Templates"
      lead={<p className="text-ink-3">Each is a start: everything it makes can be changed before you sign.</p>}
      actions={
        <label className="input w-64 max-rail:w-full">
          <Search className="size-4 text-ink-3" />
          <input
            type="search"
            aria-label="Find a template"
            placeholder="Find a template"
            value={find}
            onChange={(event) =>
              void navigate({ search: event.target.value === '' ? {} : { find: event.target.value }, replace: true })
            }
          />
        </label>
      }
    >
      <div className="flex flex-col gap-8">
        {groups.map(({ kinds, name }) => (
          <Group key={name} name={name} templates={found.filter(({ kind }) => kinds.includes(kind))} />
        ))}
        {found.length === 0 && (
          <Empty icon={<Search />} title="No template is called so">
            Begin with Blank and put it together yourself.
          </Empty>
        )}
      </div>
    </Page>
  )
}

const Group = ({ name, templates: found }: { name: string; templates: Template[] }) =>
  found.length > 0 && (
    <section aria-label={name}>
      <h2 className="pb-3 text-section">{name}</h2>
      <ul className="grid gap-3 sm:grid-cols-2 wide:grid-cols-3">
        {found.map((template) => (
          <li key={template.id}>
            <Link
              to="/deploy/templates/$templateId"
              params={{ templateId: template.id }}
              className="panel flex h-full gap-3 p-4 hover:bg-hover"
            >
              <TemplateIcon template={template} />
              <span className="min-w-0">
                <span className="block font-medium">{template.name}</span>
                <span className="block pt-0.5 text-ink-2">{template.makes}</span>
                <span className="block pt-1 text-small text-ink-3">Needs: {template.needs}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
