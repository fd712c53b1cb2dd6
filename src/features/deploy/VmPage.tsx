import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { Node } from '#domain/node.ts'
import { account } from '#queries/account.ts'
import { deploymentList } from '#queries/deployments.ts'
import { useNeed } from '#features/account/NeedsKey.tsx'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { oneNode } from '#queries/nodes.ts'
import { usedPorts } from '#queries/ports.ts'
import type { Planned } from '#domain/plan/planned.ts'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { ChosenNode, NodeChoice } from './NodeChoice.tsx'
import { SignDialog } from './SignDialog.tsx'
import { VmForm } from './VmForm.tsx'
import { VmReview } from './VmReview.tsx'
import { blank, toPlan, wantedCapacity, type VmValues } from './vm-values.ts'

/** Describes a virtual machine, says what it costs and whether it can be, and has it signed. */
export function VmPage() {
  const { node: nodeId } = useSearch({ from: '/deploy/vm' })
  const network = useNetwork()
  const navigate = useNavigate()
  const form = useForm<VmValues>({ defaultValues: blank, mode: 'onTouched' })
  const values = useWatch({ control: form.control }) as VmValues
  const [plan, setPlan] = useState<Planned[]>()
  const open = useQuery(account(network)).data ?? undefined
  const chosen = useQuery({ ...oneNode(network, nodeId ?? 0), enabled: nodeId !== undefined })
  const node = nodeId === undefined ? undefined : chosen.data
  const need = useNeed()
  const ports = useQuery({
    ...usedPorts(network, node ?? { id: 0, twinId: 0 }),
    enabled: node !== undefined && open?.twinId !== undefined && need === undefined,
  })
  const deployments = useQuery({ ...deploymentList(network, open?.twinId ?? 0), enabled: open?.twinId !== undefined })
  const choose = (id: number | undefined) =>
    void navigate({ to: '/deploy/vm', search: id === undefined ? {} : { node: id }, replace: true })

  const review = (checked: VmValues, on: Node) => setPlan(toPlan(checked, on, open!.twinId!, ports.data!.ports))

  const wanted = wantedCapacity(values)
  return (
    <Page title="New virtual machine" layout="table">
      <form
        noValidate
        className="min-h-0 flex-1 overflow-y-auto border-t border-line rail:grid rail:grid-cols-[minmax(0,1fr)_280px] wide:grid-cols-[minmax(0,1fr)_340px] rail:overflow-hidden"
        onSubmit={(event) => void form.handleSubmit((checked) => node && review(checked, node))(event)}
      >
        <div className="@container flex flex-col gap-6 px-4 py-5 rail:overflow-y-auto rail:px-6">
          <section aria-labelledby="where">
            <h2 id="where" className="pb-2 text-section">
              Node
            </h2>
            {chosen.error && nodeId !== undefined && (
              <div className="pb-3">
                <Notice tone="bad" alert>
                  <b>{explain(chosen.error).title}.</b> Choose another.
                </Notice>
              </div>
            )}
            {node ? (
              <ChosenNode node={node} onChange={() => choose(undefined)} />
            ) : (
              <NodeChoice memory={wanted.mru} disk={wanted.sru} twinId={open?.twinId} onChoose={choose} />
            )}
          </section>
          <VmForm control={form.control} node={node} taken={deployments.data?.map(({ name }) => name) ?? []} />
        </div>
        <VmReview
          values={values}
          node={node}
          ports={ports}
          invalid={form.formState.isSubmitted && Object.keys(form.formState.errors).length > 0}
        />
      </form>
      {plan && node && <SignDialog name={values.name} node={node} plan={plan} onBack={() => setPlan(undefined)} />}
    </Page>
  )
}
