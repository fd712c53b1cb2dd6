import { queryOptions } from '@tanstack/react-query'
import { lookUp } from '#protocols/dns.ts'

/** The addresses that a domain stands for, by the resolver that the network names. */
export const domainAddresses = (resolver: string, domain: string) =>
  queryOptions({
    queryKey: ['dns', resolver, domain],
    queryFn: ({ signal }) => lookUp(resolver, domain, signal),
    retry: false,
    staleTime: 30_000,
  })
