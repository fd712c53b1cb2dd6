import { expect, test } from 'vitest'
import { newDeployment } from '#domain/plan/plan.ts'
import type { Deployment, Workload } from './deployment.ts'
import { failuresOf, isRunning, latest, todo, type Run } from './run.ts'
import { undoOf } from './run-undo.ts'
import { furtherOf, remedyOf } from './run-retry.ts'
import { accepted, after, disk, machine, network, paid, planned, reported, said, start } from './some-run.ts'

const held = { ...newDeployment([disk('disk1'), disk('disk2')]), twin_id: 1, contract_id: 5 }
const at = (version: number, workload: Workload): Workload => ({ ...workload, version }) as Workload
/** Grows one disk, and adds another with its machine. */
const wanted = {
  ...held,
  version: 1,
  workloads: [at(1, disk('disk1', 20)), disk('disk2'), at(1, disk('disk3')), at(1, machine)],
}
const plan = [planned(7, wanted, held)]
const stands = (workload: Workload, state: string, data: unknown = null): Workload =>
  ({ ...workload, result: { created: 0, state, message: '', data } }) as Workload
const holds = (version: number, ...workloads: Workload[]): Deployment => ({ ...held, version, workloads })
const versions = ({ workloads }: Deployment) => workloads.map(({ name, version }) => `${name} ${version}`)

const failed = (...states: [string, string, string]) =>
  after(
    start(plan),
    { kind: 'prepared', payment: 0, hashes: [], before: [[0, 'old']], held: [] },
    ...paid([]),
    { kind: 'final', payment: 0 },
    ...accepted(0),
    reported(0, ...['disk1', 'disk3', 'vm1'].map((name, i) => said(name, states[i]!, 'why', null, 1))),
  )
/** A retry, signed and in a block. */
const again = (run: Run, by: Deployment) => {
  const further = furtherOf(run, plan, latest(run, 0), by)
  return {
    further,
    run: after(run, { kind: 'retried', parts: [further.part] }, ...paid([], run.payments.length)),
  }
}

test('what its node left unchanged carries the next version, and what it did keeps its own', () => {
  const run = failed('unchanged', 'ok', 'ok')
  expect(run.parts[0]!.workloads[0]).toMatchObject({ unchanged: true, wasThere: true })
  const now = holds(1, stands(disk('disk1'), 'ok'), stands(disk('disk2'), 'ok'), ...done(disk('disk3'), machine))
  const { further } = again(run, now)
  expect(versions(further.planned.deployment)).toEqual(['disk1 2', 'disk2 0', 'disk3 1', 'vm1 1'])
  expect(further.part).toMatchObject({ version: 2, retries: 0, contractId: 5 })
  expect(further.part.lacks).toBeUndefined()
})

const done = (...workloads: Workload[]) => workloads.map((one) => stands(at(1, one), 'ok', { ip: '10.20.2.2' }))

test('what could not be made is taken away by one version and made by the next', () => {
  const run = failed('ok', 'error', 'error')
  const now = holds(
    1,
    ...done(disk('disk1', 20)),
    stands(disk('disk2'), 'ok'),
    stands(at(1, disk('disk3')), 'error'),
    stands(at(1, machine), 'error'),
  )
  const first = again(run, now)
  expect(versions(first.further.planned.deployment)).toEqual(['disk1 1', 'disk2 0'])
  expect(first.further.part.lacks).toEqual(['disk3', 'vm1'])
  expect([failuresOf(first.run), isRunning(first.run)]).toEqual([[], false])
  const gone = after(
    first.run,
    ...accepted(1),
    reported(1, said('disk3', 'deleted', '', null, 1), said('vm1', 'deleted', '', null, 1)),
  )
  expect([todo(gone).at(-1), isRunning(gone)]).toEqual([{ do: 'go-on', part: 1 }, false])
  const left = holds(2, ...done(disk('disk1', 20)), stands(disk('disk2'), 'ok'))
  const second = furtherOf(gone, [...plan, first.further.planned], 1, left)
  expect(versions(second.planned.deployment)).toEqual(['disk1 1', 'disk2 0', 'disk3 3', 'vm1 3'])
  const running = after(
    gone,
    { kind: 'went-on', part: second.part },
    ...paid([], 2),
    ...accepted(2),
    reported(2, said('disk3', 'ok', '', null, 3), said('vm1', 'ok', '', null, 3)),
  )
  expect([running.payments.map(({ purpose }) => purpose), isRunning(running)]).toEqual([
    ['plan', 'retry', 'retry'],
    true,
  ])
})

test('what somebody else changed meanwhile stays as they left it', () => {
  const run = after(failed('unchanged', 'ok', 'ok'))
  const now = holds(
    4,
    stands(at(3, disk('disk1')), 'ok'),
    stands(at(4, disk('disk2', 50)), 'ok'),
    stands(disk('new'), 'ok'),
  )
  const { deployment } = again(run, now).further.planned
  expect(versions(deployment)).toEqual(['disk1 5', 'disk2 4', 'disk3 5', 'vm1 5', 'new 0'])
  expect(deployment.workloads[1]!.data).toEqual(disk('disk2', 50).data)
})

test('what ran before the retry still tells its addresses', () => {
  const run = failed('unchanged', 'ok', 'ok')
  const now = holds(1, stands(disk('disk1'), 'ok'), stands(disk('disk2'), 'ok'), ...done(disk('disk3'), machine))
  const vm = again(run, now).further.part.workloads.find(({ name }) => name === 'vm1')
  expect(vm).toMatchObject({ wanted: 'keep', state: 'ok', data: { ip: '10.20.2.2' } })
})

test('an undo takes back a retry and what it retried, from the version that the node has', () => {
  const run = failed('unchanged', 'ok', 'ok')
  const now = holds(1, stands(disk('disk1'), 'ok'), stands(disk('disk2'), 'ok'), ...done(disk('disk3'), machine))
  const { further, run: paidAgain } = again(run, now)
  const all = [...plan, further.planned]
  const before = undoOf(paidAgain, all)
  expect(before.payment).toMatchObject({ cancels: [], rehashes: [] })
  expect(before.planned.map(({ deployment }) => [deployment.version, versions(deployment)])).toEqual([
    [2, ['disk1 2', 'disk2 0']],
  ])
  const taken = undoOf(after(paidAgain, ...accepted(1)), all)
  expect(taken.planned.map(({ deployment }) => deployment.version)).toEqual([3])
})

test.each<[string, boolean, boolean, string]>([
  ['zmount', true, true, 'change'],
  ['network', false, true, 'change'],
  ['network-light', false, false, 'change'],
  ['volume', false, true, 'change'],
  ['volume', false, false, 'anew'],
  ['qsfs', false, true, 'change'],
  ['qsfs', false, false, 'anew'],
  ['zmount', false, true, 'none'],
  ['zdb', false, true, 'none'],
  ['zdb', false, false, 'anew'],
  ['zmachine', false, false, 'anew'],
  ['gateway-name-proxy', false, false, 'anew'],
])('a %s (okay: %s, there before: %s) is taken up so: %s', (type, isOkay, wasThere, remedy) => {
  expect(remedyOf({ type, isOkay, wasThere })).toBe(remedy)
})

test('a network that could not be set up is updated in place, though it is new', () => {
  const grown = { ...held, version: 1, workloads: [...held.workloads, at(1, network)] }
  const run = after(start([planned(7, grown, held)]), ...paid([]), ...accepted(0))
  const now = holds(1, ...held.workloads.map((one) => stands(one, 'ok')), stands(at(1, network), 'error'))
  expect(versions(furtherOf(run, [planned(7, grown, held)], 0, now).planned.deployment)).toContain('nw 2')
})
