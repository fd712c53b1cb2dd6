/** The columns there are, as the address names them. A node's number always stands first. */
export const columnIds = [
  'status',
  'farm',
  'place',
  'cpu',
  'memory',
  'ssd',
  'hdd',
  'gpu',
  'ips',
  'price',
  'uptime',
  'country',
  'city',
  'health',
  'use',
  'fee',
  'certified',
  'zos',
  'ipv4',
  'ipv6',
  'domain',
  'download',
  'upload',
  'processor',
  'reported',
  'twin',
  'reach',
] as const

export type ColumnId = (typeof columnIds)[number]

export const usualColumns: readonly ColumnId[] = columnIds.slice(0, columnIds.indexOf('country'))
