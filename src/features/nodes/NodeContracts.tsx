import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { FileText } from 'lucide-react'
import { ListFoot } from '#features/lists/ListFoot.tsx'
import { Ignored, Unreadable } from '#features/lists/QuietNotices.tsx'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { nodeContracts } from '#queries/node-contracts.ts'
import { Empty } from '#ui/Empty.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Segmented } from '#ui/Segmented.tsx'
import { Table } from '#ui/Table.tsx'
import { contractColumns, ContractRow } from './contract-columns.tsx'
import { readContractsSearch, toContractFilter } from './contracts-search.ts'
import { useNode } from './useNode.ts'

const which = [
  { value: 'now', name: 'Now' },
  { value: 'grace', name: 'Out of funds' },
  { value: 'past', name: 'Past' },
  { value: 'all', name: 'All' },
] as const

/** The contracts on the node, whoever's they are. */
export function NodeContracts() {
  const node = useNode()
  const { search, ignored } = readContractsSearch(useSearch({ from: '/nodes/$nodeId/contracts' }))
  const filter = toContractFilter(node.id, search)
  const list = useQuery(nodeContracts(useNetwork(), filter))
  const navigate = useNavigate({ from: '/nodes/$nodeId/contracts' })
  const table = {
    label: 'Contracts',
    columns: contractColumns,
    rowKey: ({ id }: { id: number }) => id,
    skeletonRows: 6,
    plain: true,
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Segmented
          label="Which contracts"
          value={search.show ?? 'now'}
          options={which}
          onChange={(value) =>
            void navigate({ search: { size: search.size, show: value === 'now' ? undefined : value } })
          }
        />
        <span className="text-ink-3">
          {list.data && `${list.data.count.toLocaleString('en')} ${list.data.count === 1 ? 'contract' : 'contracts'}`}
        </span>
      </div>
      <div className="-mx-4 empty:hidden rail:-mx-6">
        <Ignored parts={ignored} />
      </div>
      <Loaded from={list} explain={explain} skeleton={<Table {...table} rows={undefined} narrow={() => null} />}>
        {(page) => (
          <>
            <Unreadable problems={page.problems} />
            {page.contracts.length === 0 && page.problems.length === 0 ? (
              <Empty icon={<FileText />} title="No contracts">
                {search.show === undefined
                  ? 'Nobody pays for anything on this node now.'
                  : 'None of this kind is known of this node.'}
              </Empty>
            ) : (
              <div className="overflow-x-auto">
                <Table {...table} rows={page.contracts} narrow={(contract) => <ContractRow contract={contract} />} />
              </div>
            )}
            {page.count > 0 && (
              <footer className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line pt-3">
                <ListFoot search={search} page={filter.page} size={filter.size} list={list} />
              </footer>
            )}
          </>
        )}
      </Loaded>
    </div>
  )
}
