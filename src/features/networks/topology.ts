import type { Access, Member, PrivateNetwork } from '#domain/private-network.ts'

/** Something of a network's drawing, with its left top corner. */
export type Box = { x: number; y: number } & ({ member: Member } | { access: Access })
/** Two ends that speak over WireGuard. `faint` while one of them says nothing. */
export type Line = { key: string; path: string; faint: boolean }
export type Drawing = { boxes: Box[]; lines: Line[]; width: number; height: number }

export const boxWidth = 136
export const boxHeight = 40
const across = 176
const down = 52
const indent = 20
const arc = 22

/**
 * Members that can be called side by side, each joined to each; below each, hanging on it, the hidden members and the
 * people who call it. Members without WireGuard, or who reach nobody, stand alone at the end.
 */
export function draw(network: PrivateNetwork): Drawing {
  const { members, accesses } = network
  const heads = members.filter(({ address }) => address !== undefined)
  const loose = members.filter(
    ({ address, through }) => address === undefined && heads.every(({ nodeId }) => nodeId !== through),
  )
  const top = heads.length > 2 ? arc * Math.min(heads.length - 1, 4) + 4 : 4
  const columns = [...heads, ...loose].map((member, i) => {
    const x = i * across
    const hung: ({ member: Member } | { access: Access })[] = [
      ...members
        .filter((one) => one.address === undefined && one.through === member.nodeId)
        .map((one) => ({ member: one })),
      ...accesses.filter(({ nodeId }) => nodeId === member.nodeId).map((access) => ({ access })),
    ]
    return { member, x, hung }
  })
  const boxes = columns.flatMap(({ member, x, hung }): Box[] => [
    { member, x, y: top },
    ...hung.map((one, k): Box => ({ ...one, x: x + indent, y: top + (k + 1) * down })),
  ])
  const joined = heads.flatMap((from, i) =>
    heads.slice(i + 1).flatMap((to, k): Line[] => {
      if (!from.privateKey && !to.privateKey) return []
      return [
        { key: `${from.nodeId} ${to.nodeId}`, path: over(i, i + 1 + k, top), faint: isFaint(from) || isFaint(to) },
      ]
    }),
  )
  const hanging = columns.flatMap(({ member, x, hung }) =>
    hung.map((one, k): Line => ({
      key: `${member.nodeId} hung ${k}`,
      path: `M${x + 10} ${top + boxHeight}V${top + (k + 1) * down + boxHeight / 2}H${x + indent}`,
      faint: isFaint(member) || ('member' in one && isFaint(one.member)),
    })),
  )
  return {
    boxes,
    lines: [...joined, ...hanging],
    width: Math.max(0, ...boxes.map(({ x }) => x + boxWidth)),
    height: Math.max(0, ...boxes.map(({ y }) => y + boxHeight + 4)),
  }
}

/** Neighbours by a straight line, others by an arc over those between. */
function over(from: number, to: number, top: number): string {
  if (to === from + 1) return `M${from * across + boxWidth} ${top + boxHeight / 2}H${to * across}`
  const middle = boxWidth / 2
  const peak = top - arc * Math.min(to - from, 4)
  const [a, b] = [from * across + middle, to * across + middle]
  return `M${a} ${top}C${a} ${peak} ${b} ${peak} ${b} ${top}`
}

const isFaint = ({ state }: Member) => state !== 'held' && state !== 'planned'
