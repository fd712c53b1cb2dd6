/** One way to reach a machine: what it is, over which network it works, and the line to use. */
export type Address = { name: string; over: string; line: string }

/** What a node tells of a machine that runs. Old nodes say `ygg_ip` for `planetary_ip`. Source: zosbase pkg/gridtypes/zos/zmachine.go */
type MachineResult = { ip?: string; planetary_ip?: string; ygg_ip?: string; mycelium_ip?: string; console_url?: string }

/** The ways to reach a machine, from what its node made; the best for a person first. Empty while it made nothing. */
export function machineAddresses(made: unknown): Address[] {
  const { ip, planetary_ip, ygg_ip, mycelium_ip, console_url } = (made ?? {}) as MachineResult
  const planetary = planetary_ip || ygg_ip
  const reachable = mycelium_ip || planetary
  return [
    reachable && { name: 'SSH', over: mycelium_ip ? 'over Mycelium' : 'over Planetary', line: `ssh root@${reachable}` },
    mycelium_ip && { name: 'Mycelium', over: 'encrypted IPv6', line: mycelium_ip },
    planetary && { name: 'Planetary', over: 'encrypted IPv6', line: planetary },
    ip && { name: 'Private', over: 'inside its network', line: ip },
    console_url && { name: 'Console', over: 'inside its network', line: console_url },
  ].filter((address) => typeof address === 'object')
}
