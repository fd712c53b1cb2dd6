import type { Workload } from '#domain/workloads/workload.ts'
import type { View } from './usePlanForm.ts'

export type GatewayType = 'gateway-name-proxy' | 'gateway-fqdn-proxy'
export type GatewayWorkload = Workload<GatewayType>

/** `domain` is the name or the whole domain, by the type. */
export type GatewayValues = { domain: string; passthrough: boolean; backends: { text: string }[] }

/** Handing TLS on changes how backends are written, so they change with it. */
export const gatewayView: View<GatewayWorkload, GatewayValues> = {
  from: ({ type, data }) => ({
    domain: (type === 'gateway-name-proxy' ? data.name : data.fqdn) ?? '',
    passthrough: data.tls_passthrough ?? false,
    backends: (data.backends ?? []).map((text) => ({ text })),
  }),
  to: ({ domain, passthrough, backends }, workload) => {
    const turned = passthrough !== (workload.data.tls_passthrough ?? false)
    const texts = backends.map(({ text }) => (turned ? rewritten(text, passthrough) : text))
    return {
      ...workload,
      data: {
        ...workload.data,
        [workload.type === 'gateway-name-proxy' ? 'name' : 'fqdn']: domain,
        ...(turned && { tls_passthrough: passthrough }),
        backends: texts,
      },
    } as GatewayWorkload
  },
}

/** `http://[::1]:80 ⇄ [::1]:443`: what ends TLS itself listens where browsers look for it. */
export const rewritten = (backend: string, passthrough: boolean): string => {
  if (passthrough) return /:\d+$/.test(bare(backend)) ? bare(backend).replace(/:80$/, ':443') : `${bare(backend)}:443`
  return `http://${bare(backend).replace(/:443$/, ':80')}`
}

const bare = (backend: string) => backend.replace(/^\w+:\/\//, '').replace(/\/.*$/, '')
