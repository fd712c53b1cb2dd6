/**
 * What names of the chain's errors and words of relays mean, for those that a person can meet. What is missing here is
 * told by itself.
 *
 * Source: tfchain pallet-tfgrid and pallet-smart-contract, their `Error` enums (33046d68); rmb-rs src/relay (15f2092)
 */
const meanings: Record<string, string> = {
  'exceeded rate limits, dropping message': 'This account sent more than a relay takes in a minute: wait a minute',
  'relay info is not set for this twin': 'The other side receives no messages: its twin names no relay',
  'smartContractModule.ContractIsNotUnique': 'The node has a contract for this very deployment already',
  'smartContractModule.ContractNotExists': 'The contract is gone: cancelled before, or ended for want of funds',
  'smartContractModule.FarmHasNotEnoughPublicIPsFree': 'The farm has no public IPv4 left',
  'smartContractModule.NodeHasActiveContracts': 'Other contracts on the node have to be cancelled first',
  'smartContractModule.NodeNotAvailableToDeploy': 'The node is asleep, or it is let whole and not to this account',
  'smartContractModule.NodeNotExists': 'The chain knows no such node',
  'smartContractModule.TwinNotAuthorizedToCancelContract': 'The contract belongs to another account',
  'smartContractModule.TwinNotExists': 'The account has no twin yet',
  'tfgridModule.TwinWithPubkeyExists': 'The account has a twin already',
  'tfgridModule.UserDidNotSignTermsAndConditions': 'The account has not accepted the terms yet',
}

/** A refusal in words, with its own name for whoever looks it up; only the name where it is not known. */
export function meaningOf(reason: string): string {
  const meaning = meanings[reason]
  return meaning === undefined ? `It says: “${reason}”.` : `${meaning} (${reason}).`
}
