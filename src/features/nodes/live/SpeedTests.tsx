import { showNumber } from '#domain/units.ts'
import type { TaskResult } from '#queries/node-live.ts'
import { Table, type Column } from '#ui/Table.tsx'

type Test = NonNullable<TaskResult<'iperf'>>[number]

const columns: Column<Test>[] = [
  { header: 'Against', className: 'max-w-[220px]', cell: (test) => <Against test={test} /> },
  { header: 'Over', cell: ({ test_type }) => test_type.toUpperCase() },
  { header: 'Down', unit: 'Mbit/s', align: 'right', cell: (test) => <Figure test={test} bits={test.download_speed} /> },
  { header: 'Up', unit: 'Mbit/s', align: 'right', cell: (test) => <Figure test={test} bits={test.upload_speed} /> },
  {
    header: 'CPU',
    unit: 'here, there',
    align: 'right',
    about: 'How busy the test kept the processors of this node and of the server',
    cell: ({ cpu_report: cpu }) =>
      cpu ? `${cpu.host_total.toFixed(1)} %, ${cpu.remote_total.toFixed(1)} %` : <span className="text-ink-3">–</span>,
  },
]

/** How fast the node's line is. */
export function SpeedTests({ tests }: { tests: readonly Test[] }) {
  if (tests.length === 0) return <p className="text-ink-2">It reached no server to test against.</p>
  return (
    <div className="overflow-x-auto">
      <Table
        plain
        label="Speed"
        rows={tests}
        columns={columns}
        rowKey={(test) => `${against(test)} ${test.test_type} ${tests.indexOf(test)}`}
        narrow={(test) => (
          <span className="flex flex-wrap justify-between gap-x-3 py-2">
            <Against test={test} />
            <span className="text-small text-ink-2">
              {test.test_type.toUpperCase()}, {mbits(test.download_speed)} down, {mbits(test.upload_speed)} up Mbit/s
            </span>
          </span>
        )}
      />
    </div>
  )
}

const mbits = (bitsPerSecond: number) => showNumber(bitsPerSecond / 1_000_000)

const Figure = ({ test, bits }: { test: Test; bits: number }) =>
  test.error ? <span className="text-ink-3">–</span> : mbits(bits)

/** A public server, or for older nodes another node. */
const against = ({ server_host, node_id, node_ip }: Test) =>
  server_host ?? (node_id === undefined ? (node_ip ?? 'Not told') : `Node ${node_id}`)

const Against = ({ test }: { test: Test }) => (
  <span className="block min-w-0 truncate" title={against(test)}>
    {against(test)}
    {test.error && <span className="block text-small whitespace-normal text-ink-3">{test.error}</span>}
  </span>
)
