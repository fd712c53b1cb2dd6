import { describe, expect, test } from 'vitest'
import { farmIpsProblem, readIps } from './farm-ips.ts'

describe('what is typed', () => {
  test.each([
    ['185.1.2.10/24', ['185.1.2.10/24']],
    ['185.1.2.10-185.1.2.12/24', ['185.1.2.10/24', '185.1.2.11/24', '185.1.2.12/24']],
    ['185.1.2.10-12/24', ['185.1.2.10/24', '185.1.2.11/24', '185.1.2.12/24']],
    ['185.1.2.255 – 185.1.3.1/16', ['185.1.2.255/16', '185.1.3.0/16', '185.1.3.1/16']],
    [' 185.1.2.1/24,\n\n185.1.2.3/24 ', ['185.1.2.1/24', '185.1.2.3/24']],
  ])('%j is %j', (text, ips) => {
    expect(readIps(text)).toEqual({ ips })
  })

  test.each([
    ['', /Enter an address/],
    ['185.1.2.10', /with its mask/],
    ['185.1.2/24', /with its mask/],
    ['185.1.2.010/24', /with its mask/],
    ['185.1.2.10-300/24', /with its mask/],
    ['mossfarm', /with its mask/],
    ['185.1.2.20-10/24', /ends before it begins/],
    ['185.1.0.0-185.1.2.0/16', /at most 256/],
  ])('%j cannot be read', (text, problem) => {
    expect(readIps(text)).toMatchObject({ problem: expect.stringMatching(problem) })
  })
})

describe('a farm', () => {
  const taken = { ofFarm: ['185.1.2.5/24'], ofNodes: new Map([['185.1.2.6/24', 7]]) }

  test.each([
    ['takes fresh ones', ['185.1.2.10/24', '185.1.2.11/24'], '185.1.2.1', undefined],
    ['has one of them', ['185.1.2.5/16'], '185.1.2.1', { at: 'ip', words: 'The farm has 185.1.2.5 already' }],
    [
      'sees one twice',
      ['185.1.2.9/24', '185.1.2.9/24'],
      '185.1.2.1',
      { at: 'ip', words: '185.1.2.9 stands here twice' },
    ],
    [
      'has it on a node',
      ['185.1.2.6/24'],
      '185.1.2.1',
      { at: 'ip', words: '185.1.2.6 is the public address of node 7' },
    ],
    ['has a private one', ['10.0.0.2/24'], '10.0.0.1', { at: 'ip', words: '10.0.0.2/24: that is no public address' }],
    [
      'has its gateway among them',
      ['185.1.2.9/24', '185.1.2.10/24'],
      '185.1.2.10',
      { at: 'gateway', words: '185.1.2.10 is among the addresses' },
    ],
    [
      'has its gateway elsewhere',
      ['185.1.2.9/24'],
      '185.1.3.1',
      { at: 'gateway', words: 'It is not in the network of 185.1.2.9/24' },
    ],
  ] as const)('%s', (_, ips, gateway, problem) => {
    expect(farmIpsProblem(ips, gateway, taken)).toEqual(problem)
  })

  test('has 256 at most', () => {
    const ofFarm = Array.from({ length: 256 }, (_, i) => `185.1.3.${i}/24`)
    expect(farmIpsProblem(['185.1.2.9/24'], '185.1.2.1', { ofFarm, ofNodes: new Map() })?.words).toMatch(/at most 256/)
  })
})
