import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { Node } from '#domain/node.ts'
import { useNetwork } from '#queries/networks.ts'
import {
  exchanges,
  fieldProblem,
  requestOf,
  runCommand,
  type Command,
  type Exchange,
  type Typed,
} from '#queries/node-console.ts'
import { Button } from '#ui/Button.tsx'
import { Facts } from '#ui/Facts.tsx'
import { SelectField } from '#ui/form/SelectField.tsx'
import { TextField } from '#ui/form/TextField.tsx'
import { Notice } from '#ui/Notice.tsx'
import { History } from './History.tsx'
import { Reply } from './Reply.tsx'

type Props = { node: Node; command: Command }

/** One command: what it tells, what it needs, the question as it will be sent, and what came back. */
export function CommandDesk({ node, command }: Props) {
  const network = useNetwork()
  const fields = command.fields ?? []
  const blank: Typed = Object.fromEntries(fields.map(({ name, choices }) => [name, choices?.[0] ?? '']))
  const { control, handleSubmit } = useForm<Typed>({ mode: 'onTouched', defaultValues: blank })
  const typed = useWatch({ control })
  const history = useQuery(exchanges(network, node)).data ?? []
  const [picked, setPicked] = useState<Exchange>()
  const run = useMutation({ ...runCommand(network, node, useQueryClient()), onMutate: () => setPicked(undefined) })
  const shown = picked ?? history.find((one) => one.command.name === command.name)
  const isLight = !node.features.includes('zmachine')
  return (
    <div className="flex flex-col gap-5">
      <div>
        <h2 className="mono text-section wrap-anywhere">{command.name}</h2>
        <p className="pt-0.5 text-ink-2">It tells {command.tells}.</p>
      </div>
      {command.notLight && isLight && (
        <Notice>Node {node.id} runs ZOS light, which does not know this command. It will say no.</Notice>
      )}
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => void handleSubmit((values) => run.mutate({ command, typed: values }))(event)}
      >
        {fields.length > 0 && (
          <div className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
            {fields.map((field) => {
              const props = {
                control,
                name: field.name,
                label: field.label,
                help: field.help,
                optional: field.optional,
              }
              const problem = (text: string) => fieldProblem(field, text)
              return field.choices === undefined ? (
                <TextField key={field.name} {...props} problem={problem} mono />
              ) : (
                <SelectField
                  key={field.name}
                  {...props}
                  options={field.choices.map((choice) => ({ value: choice, name: choice }))}
                />
              )
            })}
          </div>
        )}
        <Facts
          of={[
            ['To', `Node ${node.id}, which is twin ${node.twinId}`],
            ['With', <Code key="with">{JSON.stringify(requestOf(command, typed as Typed) ?? null)}</Code>],
            ['Answers', <Code key="answers">{command.returns}</Code>],
          ]}
        />
        <div>
          <Button type="submit" variant="primary" busy={run.isPending}>
            {!run.isPending && <Send />}
            {run.isPending ? 'Asking' : 'Ask the node'}
          </Button>
        </div>
      </form>
      {shown && !run.isPending && <Reply key={shown.atMs} exchange={shown} />}
      {history.length > 0 && <History history={history} shown={shown} onPick={setPicked} />}
    </div>
  )
}

const Code = ({ children }: { children: string }) => <code className="mono wrap-anywhere">{children}</code>
