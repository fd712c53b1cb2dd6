import type { Template } from '../template.ts'
import { blank } from './blank.ts'
import { caprover } from './caprover.ts'
import { discourse } from './discourse.ts'
import { fullvm } from './fullvm.ts'
import { gatewayByDomain } from './gateway-by-domain.ts'
import { gatewayByName } from './gateway-by-name.ts'
import { gitea } from './gitea.ts'
import { jitsi } from './jitsi.ts'
import { kubernetes } from './kubernetes.ts'
import { mattermost } from './mattermost.ts'
import { network } from './network.ts'
import { nextcloud } from './nextcloud.ts'
import { owncloud } from './owncloud.ts'
import { peertube } from './peertube.ts'
import { qsfs } from './qsfs.ts'
import { taiga } from './taiga.ts'
import { umbrel } from './umbrel.ts'
import { vm } from './vm.ts'
import { wordpress } from './wordpress.ts'
import { zdb } from './zdb.ts'

/** Every way to begin, in the order of the screen. One more is one file and one name here. */
export const templates: readonly Template[] = [
  vm,
  fullvm,
  kubernetes,
  zdb,
  qsfs,
  gatewayByName,
  gatewayByDomain,
  network,
  blank,
  nextcloud,
  discourse,
  gitea,
  mattermost,
  peertube,
  wordpress,
  jitsi,
  umbrel,
  taiga,
  caprover,
  owncloud,
]

export const templateOf = (id: string): Template | undefined => templates.find((one) => one.id === id)
