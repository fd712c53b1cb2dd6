import { expect, test } from 'vitest'
import { gib } from '#domain/units.ts'
import type { Deployment, Workload } from './deployment.ts'
import { deploymentProblem } from './problems.ts'

const disk = (name: string, version = 0): Workload => ({
  version,
  name,
  type: 'zmount',
  data: { size: gib(1) },
  metadata: '',
  description: '',
})

/** What another program may have sent, whatever its types say. */
const sent = (...workloads: object[]): Deployment => ({
  version: 1,
  twin_id: 7,
  contract_id: 1,
  metadata: '',
  description: '',
  expiration: 0,
  signature_requirement: { requests: [], weight_required: 0, signatures: [] },
  workloads: workloads as Workload[],
})

test.each([
  [sent(), undefined],
  [sent(disk('a'), disk('b', 1)), undefined],
  [sent(disk('a', 2)), "workload 'a' version '2' cannot be higher than deployment version '1'"],
  [sent(disk('')), "name '' is invalid: name cannot be empty"],
  [sent(disk('a-b')), "name 'a-b' is invalid: unsupported character in workload name"],
  [sent(disk('ygg')), "name 'ygg' is invalid: invalid name 'ygg' is reserved"],
  [sent(disk('a'), disk('a')), "multiple workloads with the same name 'a'"],
  [sent({ ...disk('a'), type: 'container' }), "invalid reservation type 'container'"],
  [sent({ ...disk('a'), type: 'toString' }), "invalid reservation type 'toString'"],
  [
    sent({ ...disk('a'), data: { size: 1.5 } }),
    "failed to load data into object of type '*zos.ZMount': json: cannot unmarshal number 1.5 into Go value of type uint64",
  ],
  [sent({ ...disk('a'), data: {} }), 'invalid size'],
  [sent({ ...disk('a'), data: {} }, disk('a-b')), 'invalid size'],
])('case %#: the first thing that is wrong', (deployment, said) => expect(deploymentProblem(deployment)).toBe(said))
