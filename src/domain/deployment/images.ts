/**
 * A system that a machine can start with. A `micro` one runs on the node's kernel and takes the SSH key by itself; a
 * `full` one brings its own kernel and boots from the machine's first disk.
 */
export type Image = { name: string; flist: string; entrypoint: string; kind: 'micro' | 'full' }

const apps = 'https://hub.grid.tf/tf-official-apps'
const vms = 'https://hub.grid.tf/tf-official-vms'

/** Source: tfgrid-sdk-ts packages/playground/src/weblets/micro_vm.vue and full_vm.vue, as of 2024-10-24 */
export const images: readonly Image[] = [
  micro('Ubuntu 24.04', `${vms}/ubuntu-24.04-latest.flist`, '/sbin/zinit init'),
  micro('Ubuntu 22.04', `${apps}/threefoldtech-ubuntu-22.04.flist`, '/sbin/zinit init'),
  micro('Debian 12', `${apps}/threefoldtech-debian-12.flist`, '/sbin/zinit init'),
  micro('Arch', `${vms}/arch-mycelium.flist`, '/sbin/zinit init'),
  micro('Alpine 3', `${apps}/threefoldtech-alpine-3.flist`, '/entrypoint.sh'),
  micro('CentOS 8', `${apps}/threefoldtech-centos-8.flist`, '/entrypoint.sh'),
  micro('NixOS', `${vms}/nixos-micro-latest.flist`, '/entrypoint.sh'),
  full('Ubuntu 24.04, full', `${vms}/ubuntu-24.04-full.flist`, ''),
  full('Ubuntu 22.04, full', `${vms}/ubuntu-22.04.flist`, '/init.sh'),
]

function micro(name: string, flist: string, entrypoint: string): Image {
  return { name, flist, entrypoint, kind: 'micro' }
}

function full(name: string, flist: string, entrypoint: string): Image {
  return { name, flist, entrypoint, kind: 'full' }
}
