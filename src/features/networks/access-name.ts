import type { Access, PrivateNetwork } from '#domain/private-network.ts'

/** What a person calls a way in, else the network's name with the number of its subnet: `office-5`. */
export const accessName = ({ name }: PrivateNetwork, access: Access): string =>
  access.name ?? `${name}-${access.subnet.split('.')[2]}`
