import { useQuery } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight, Dices, Server } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { chooseNode } from '#domain/plan/edit.ts'
import { needsOf, nodeProblems, type NodeNeeds } from '#domain/plan/node-needs.ts'
import { showBytes } from '#domain/units.ts'
import { ChoiceField } from '#features/lists/ChoiceField.tsx'
import { TextFilter } from '#features/lists/TextFilter.tsx'
import { account } from '#queries/account.ts'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { nodeList } from '#queries/nodes.ts'
import { gridStats } from '#queries/stats.ts'
import { Button, buttonClass } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Empty } from '#ui/Empty.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { nodeFilter, pageSize, type NodeSearch } from './node-search.ts'
import { NodeRows } from './NodeRows.tsx'
import type { Builder } from './useBuilder.ts'

type Props = { builder: Builder; node: number; onClose: () => void }

/** The nodes for one part of the plan, those that have room first. */
export function NodeDialog({ builder, node, onClose }: Props) {
  const { plan } = builder
  const network = useNetwork()
  const [search, setSearch] = useState<NodeSearch>({ all: false, page: 1 })
  const narrow = (more: Partial<NodeSearch>) => setSearch({ ...search, page: 1, ...more })
  const needs = needsOf(plan, node)
  const twinId = useQuery(account(network)).data?.twinId
  const list = useQuery({ ...nodeList(network, nodeFilter(needs, search, twinId)), refetchInterval: false })
  const countries = useQuery(gridStats(network, ['up'])).data?.nodesByCountry ?? {}
  const choose = (id: number) => {
    builder.change(chooseNode(plan, node, id), builder.at)
    onClose()
  }
  const fitting = list.data?.nodes.filter((one) => nodeProblems(one, needs, twinId).length === 0) ?? []
  // Places of a plan are for nodes of their own, as far as there are enough.
  const unused = fitting.filter(({ id }) => !plan.nodes.some((one, i) => i !== node && one.node === id))
  const any = unused.length > 0 ? unused : fitting
  const pages = Math.max(1, Math.ceil((list.data?.count ?? 0) / pageSize))
  return (
    <Dialog
      open
      onOpenChange={onClose}
      wide
      title="Choose a node"
      description={`${asked(needs)}. The cheapest come first.`}
      actions={
        <>
          <span className="mr-auto flex items-center gap-2 text-small text-ink-2">
            <Step label="Previous page" to={search.page - 1} of={pages} onGo={(page) => setSearch({ ...search, page })}>
              <ChevronLeft />
            </Step>
            Page {search.page} of {pages}
            <Step label="Next page" to={search.page + 1} of={pages} onGo={(page) => setSearch({ ...search, page })}>
              <ChevronRight />
            </Step>
          </span>
          <Button
            onClick={() => choose(any[Math.floor(Math.random() * any.length)]!.id)}
            disabledReason={fitting.length === 0 ? 'None of these fits' : undefined}
          >
            <Dices />
            Any that fits
          </Button>
        </>
      }
    >
      <div className="grid items-end gap-3 pb-3 sm:grid-cols-[minmax(0,1fr)_180px]">
        <TextFilter wide label="Node id or farm name" text={search.text} onChange={(text) => narrow({ text })} />
        <ChoiceField
          label="Country"
          value={search.country}
          options={Object.entries(countries).map(([name, nodes]) => ({ value: name, name: `${name} (${nodes})` }))}
          onChange={(country) => narrow({ country })}
        />
      </div>
      <label className="flex min-h-8 items-center gap-2.5 pb-2">
        <input
          type="checkbox"
          className="check"
          checked={search.all}
          onChange={(event) => narrow({ all: event.target.checked })}
        />
        Show nodes that do not fit, and why
      </label>
      <Loaded from={list} explain={explain}>
        {({ nodes }) =>
          nodes.length === 0 ? (
            <Empty icon={<Server />} title="No node has room for this">
              Ask for less, or look elsewhere.
            </Empty>
          ) : (
            <NodeRows nodes={nodes} needs={needs} twinId={twinId} onChoose={choose} />
          )
        }
      </Loaded>
    </Dialog>
  )
}

type StepProps = { label: string; to: number; of: number; onGo: (page: number) => void; children: ReactNode }

const Step = ({ label, to, of, onGo, children }: StepProps) => (
  <button
    type="button"
    aria-label={label}
    aria-disabled={to < 1 || to > of || undefined}
    className={buttonClass({ size: 'small', icon: true })}
    onClick={() => to >= 1 && to <= of && onGo(to)}
  >
    {children}
  </button>
)

/** `For 1 vCPU, 2 GiB of memory, 10.5 GiB of SSD and 1 public IP` */
function asked({ capacity, publicIps, gpus }: NodeNeeds): string {
  const words = [
    capacity.cru > 0 && `${capacity.cru} vCPU`,
    capacity.mru > 0 && `${showBytes(capacity.mru)} of memory`,
    capacity.sru > 0 && `${showBytes(capacity.sru)} of SSD`,
    capacity.hru > 0 && `${showBytes(capacity.hru)} of HDD`,
    publicIps > 0 && `${publicIps} public IPv4`,
    gpus > 0 && `${gpus} GPU`,
  ].filter((one) => one !== false)
  if (words.length === 0) return 'Nothing is asked of it yet'
  return words.length === 1 ? `For ${words[0]}` : `For ${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
