import { Database, Plus, X } from 'lucide-react'
import { placed, workloadAt, type Plan } from '#domain/plan/plan.ts'
import type { ZdbBackend } from '#domain/workloads/qsfs.ts'
import type { Workload } from '#domain/workloads/workload.ts'
import { Button } from '#ui/Button.tsx'
import { FieldLine } from '#ui/form/Field.tsx'
import { TextBox } from '#ui/form/TextBox.tsx'
import { Select } from '#ui/Select.tsx'
import { fieldOf, type FormProps } from './form-props.ts'
import { FormSection } from './FormSection.tsx'
import { awaitedDatabase, backendOf, backendsOf, planWithBackends, type Place, type QsfsWorkload } from './qsfs-view.ts'
import { usePlanForm } from './usePlanForm.ts'

type Props = FormProps<'qsfs'> & { place: Place; title: string }

const blank: ZdbBackend = { address: '', namespace: '', password: '' }

/** The databases that a file system keeps something in: those of the plan, whose addresses come later, or typed ones. */
export function DatabasesSection(props: Props) {
  const { plan, at, workload, place, title, onPlan } = props
  const backends = backendsOf(workload, place)
  const write = (next: ZdbBackend[]) => onPlan(planWithBackends(plan, at, place, next))
  const used = new Set(everyBackend(workload).map(awaitedDatabase))
  const free = databasesOf(plan).filter(({ name }) => !used.has(name))
  const member = place === 'meta' ? 'config.meta.config.backends' : `config.groups.${place}.backends`
  const { told } = fieldOf(props)(member)
  return (
    <FormSection
      title={title}
      actions={
        <Button size="small" data-member={member} onClick={() => write([...backends, blank])}>
          <Plus />
          Type a database
        </Button>
      }
    >
      {free.length > 0 && (
        <div className="pb-3 @md:max-w-60">
          <Select
            aria-label={`Add a database to: ${title}`}
            value=""
            options={[
              { value: '', name: 'Add a database of the plan' },
              { value: '*', name: `All ${free.length}` },
              ...free.map(({ name, data }) => ({ value: name, name: `${name}, ${data.mode}` })),
            ]}
            onChange={(event) => {
              const chosen = free.filter(({ name }) => event.target.value === '*' || name === event.target.value)
              write([...backends, ...chosen.map(backendOf)])
            }}
          />
        </div>
      )}
      {backends.length === 0 && (
        <FieldLine id={member} problem={told?.words} help={hints[place === 'meta' ? 'meta' : 'data']} />
      )}
      <ul aria-label={title} className="flex flex-col gap-2">
        {backends.map((backend, i) => (
          <li key={i} className="grid grid-cols-[minmax(0,1fr)_28px] items-start gap-2">
            {awaitedDatabase(backend) === undefined ? (
              <TypedBackend {...props} i={i} />
            ) : (
              <AwaitedBackend
                {...props}
                backend={backend}
                onWrite={(next) => write(backends.map((one, k) => (k === i ? next : one)))}
              />
            )}
            <Button
              size="small"
              variant="ghost"
              icon
              aria-label={`Remove ${awaitedDatabase(backend) ?? `database ${i + 1}`} from: ${title}`}
              onClick={() => write(backends.filter((_, k) => k !== i))}
            >
              <X />
            </Button>
          </li>
        ))}
      </ul>
    </FormSection>
  )
}

const hints = {
  data: 'Databases that number their entries themselves (seq), as many as each file has pieces',
  meta: 'Which piece is where: four databases of mode user',
}

const everyBackend = (storage: QsfsWorkload): ZdbBackend[] => [
  ...backendsOf(storage, 'meta'),
  ...(storage.data.config?.groups ?? []).flatMap((_, i) => backendsOf(storage, i)),
]

const databasesOf = (plan: Plan): Workload<'zdb'>[] =>
  placed(plan).flatMap(({ workload }) => (workload.type === 'zdb' ? [workload] : []))

function AwaitedBackend({
  plan,
  backend,
  onWrite,
}: Props & { backend: ZdbBackend; onWrite: (next: ZdbBackend) => void }) {
  const name = awaitedDatabase(backend)!
  const database = databasesOf(plan).find((one) => one.name === name)
  const stale = database && database.data.password !== backend.password
  return (
    <div className="min-w-0 [&>.help:empty]:hidden">
      <span className="flex min-h-8 items-center gap-2">
        <Database className="i-sm shrink-0 text-ink-3" />
        <span className="font-medium">{name}</span>
        <span className="min-w-0 truncate text-ink-3">its address is filled in once it runs</span>
      </span>
      <FieldLine
        id={`database-${name}`}
        problem={
          database ? (stale ? 'Its password is another by now' : undefined) : 'There is no such database in the plan'
        }
        {...(stale && { mend: { words: 'Use it', act: () => onWrite(backendOf(database)) } })}
      />
    </div>
  )
}

function TypedBackend({ i, ...props }: Props & { i: number }) {
  const { at, place } = props
  const field = fieldOf(props)
  const path = place === 'meta' ? `config.meta.config.backends.${i}` : `config.groups.${place}.backends.${i}`
  const control = usePlanForm<ZdbBackend>(props, {
    from: (plan) => ({ ...blank, ...backendsOf(workloadAt(plan, at) as QsfsWorkload, place)[i] }),
    to: (values, plan) => {
      const backends = backendsOf(workloadAt(plan, at) as QsfsWorkload, place)
      return planWithBackends(
        plan,
        at,
        place,
        backends.map((one, k) => (k === i ? { ...one, ...values } : one)),
      )
    },
  })
  return (
    <div className="grid min-w-0 gap-2 @md:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)_minmax(0,1fr)]">
      <TextBox
        control={control}
        name="address"
        label={`Address of database ${i + 1}`}
        mono
        placeholder="[300:…]:9900"
        {...field(`${path}.address`)}
      />
      <TextBox
        control={control}
        name="namespace"
        label={`Namespace of database ${i + 1}`}
        mono
        placeholder="Namespace"
        {...field(`${path}.namespace`)}
      />
      <TextBox
        control={control}
        name="password"
        label={`Password of database ${i + 1}`}
        mono
        secret
        placeholder="Password"
        {...field(`${path}.password`)}
      />
    </div>
  )
}
