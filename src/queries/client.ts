import { QueryClient } from '@tanstack/react-query'
import { WireError } from '#protocols/fault.ts'

/** Who did not answer may answer the next time; who said no will say it again. */
const mayPass = (error: unknown) =>
  error instanceof WireError && (error.fault.kind === 'unreachable' || error.fault.kind === 'silent')

export const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => failures < 1 && mayPass(error),
      // A grid on this machine answers also when the browser thinks it is offline.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})
