import { Facts } from '#ui/Facts.tsx'
import { showNumber } from '#domain/units.ts'
import type { Runs } from '#queries/node-live.ts'
import { IpChecks } from './IpChecks.tsx'
import { LiveCard } from './LiveCard.tsx'
import { SpeedTests } from './SpeedTests.tsx'
import { LastRun } from './LastRun.tsx'

/** What came of the tests that the node makes by itself every few hours. */
export const TestsCards = () => (
  <LiveCard title="Its own tests" question="tests" lines={8}>
    {(runs) => (
      <div className="flex flex-col divide-y divide-line">
        <LastRun name="Speed" about="against public servers; more is better" run={runs.iperf}>
          {(tests) => <SpeedTests tests={tests ?? []} />}
        </LastRun>
        <LastRun name="Processor" about="seconds for a fixed job; less is better" run={runs['cpu-benchmark']}>
          {benchmark}
        </LastRun>
        <LastRun name="Farm’s public IPs" about="tried by the first node of a farm" run={runs['public-ip-validation']}>
          {(ips) => <IpChecks ips={ips ?? {}} />}
        </LastRun>
        <LastRun name="Health" about="every quarter of an hour" run={runs.healthcheck}>
          {(found) => <Failures of={Object.values(found ?? {}).flatMap((texts) => texts ?? [])} />}
        </LastRun>
        <LastRun name="A machine of its own" about="deployed once a day to see that it works" run={runs.provisiontest}>
          {(failures) => <Failures of={failures ?? []} />}
        </LastRun>
      </div>
    )}
  </LiveCard>
)

type Benchmark = NonNullable<NonNullable<Runs['cpu-benchmark']>['result']>

const benchmark = ({ single, multi, threads, workloads }: Benchmark) =>
  single === 0 && multi === 0 ? (
    <p className="text-ink-2">It has not measured its processor.</p>
  ) : (
    <Facts
      of={[
        ['One core', `${showNumber(single)} s`],
        [`All ${threads} threads`, `${showNumber(multi)} s`],
        ['Meanwhile', workloads === 0 ? 'Nothing else ran' : `${workloads} workloads ran`],
      ]}
    />
  )

const Failures = ({ of }: { of: readonly string[] }) =>
  of.length === 0 ? (
    <p className="text-ink-2">Passed.</p>
  ) : (
    <ul className="flex list-disc flex-col gap-1 pl-4">
      {of.map((failure) => (
        <li key={failure} className="wrap-anywhere">
          {failure}
        </li>
      ))}
    </ul>
  )
