/**
 * What names of the chain's errors mean, for those that a person of the dashboard can meet.
 *
 * Source: the `Error` enums of tfchain's pallets tfgrid, smart-contract, tft-bridge, kvstore and dao (33046d68), and of
 * Substrate's balances; sp-runtime's TokenError
 */
const tfgrid = {
  CannotCreateFarmWrongTwin: 'A farm is made by the twin that will own it',
  CannotUpdateFarmWrongTwin: 'The farm belongs to another twin',
  CannotDeleteFarmWithPublicIPs: 'The farm still has public IPs: remove them first',
  CannotDeleteFarmWithNodesAssigned: 'The farm still has nodes',
  CountryNameTooLong: 'The country’s name is too long',
  DocumentHashInputTooLong: 'The fingerprint of the terms is too long',
  DocumentHashInputTooShort: 'The terms came without their fingerprint',
  DocumentLinkInputTooLong: 'The address of the terms is too long',
  DocumentLinkInputTooShort: 'The terms came without their address',
  DomainTooLong: 'The domain is too long',
  DomainTooShort: 'The domain is too short',
  FarmExists: 'A farm of this name exists already',
  FarmNameTooLong: 'A farm’s name has at most 40 letters',
  FarmNameTooShort: 'A farm’s name has at least 3 letters',
  FarmNotExists: 'The chain knows no such farm',
  FarmerDidNotSignTermsAndConditions: 'The farmer has not accepted the terms',
  FarmerNotAuthorized: 'Only the owner of the farm may do this',
  GW4TooLong: 'The gateway’s IPv4 address is too long',
  GW4TooShort: 'The gateway’s IPv4 address is too short',
  GW6TooLong: 'The gateway’s IPv6 address is too long',
  GW6TooShort: 'The gateway’s IPv6 address is too short',
  GatewayIPTooLong: 'The gateway’s address is too long',
  GatewayIPTooShort: 'The gateway’s address is too short',
  IP4TooLong: 'The IPv4 address is too long',
  IP4TooShort: 'The IPv4 address is too short',
  IP6TooLong: 'The IPv6 address is too long',
  IP6TooShort: 'The IPv6 address is too short',
  InvalidDocumentHashInput: 'The fingerprint of the terms has letters that the chain does not take',
  InvalidDocumentLinkInput: 'The address of the terms has letters that the chain does not take',
  InvalidDomain: 'That is no domain',
  InvalidFarmName: 'A farm’s name has letters, digits, - and _, and no other farm has it',
  InvalidGW4: 'That is no IPv4 gateway',
  InvalidGW6: 'That is no IPv6 gateway',
  InvalidIP4: 'That is no IPv4 address with its mask',
  InvalidIP6: 'That is no IPv6 address with its mask',
  InvalidPublicConfig: 'The public config does not hold together: each gateway has to lie in its own network',
  InvalidPublicIP: 'A public IP needs its mask and a gateway beside it in the same network',
  InvalidRelay: 'That is no relay’s host',
  InvalidRelayAddress: 'A relay is named by its host alone, without wss:// and without a port',
  IpExists: 'The farm has this IP already',
  IpNotExists: 'The farm has no such IP, or a contract still uses it',
  MethodIsDeprecated: 'The chain does not offer this any more',
  NodeDeleteNotAuthorized: 'Only the owner of the node’s farm may remove it',
  NodeHasActiveContracts: 'Contracts still run on the node: it cannot be put to sleep',
  NodeNotExists: 'The chain knows no such node',
  NodeUpdateNotAuthorized: 'Only the owner of the node’s farm may change it',
  NotAllowedToCertifyNode: 'Only certifiers may certify a node',
  PricingPolicyNotExists: 'The chain has no prices to bill by',
  PublicIPTooLong: 'The public IP is too long',
  PublicIPTooShort: 'The public IP is too short',
  RelayTooLong: 'The names of the relays are too long',
  RelayTooShort: 'The twin came without a relay',
  TwinCannotBoundToItself: 'A twin’s own account counts already',
  TwinExists: 'The twin exists already',
  TwinNotExists: 'The account has no twin yet',
  TwinWithPubkeyExists: 'The account has a twin already',
  UnauthorizedToChangePowerTarget: 'Only the owner of the node’s farm may put it to sleep or wake it',
  UnauthorizedToUpdateTwin: 'The twin belongs to another account',
  UserDidNotSignTermsAndConditions: 'The account has not accepted the terms yet',
}

const smartContract = {
  CannotUpdateContractInGraceState: 'The contract is in its grace period: add TFT first',
  ContractIsNotUnique: 'The node has a contract for this very deployment already',
  ContractNotExists: 'The contract is gone: cancelled before, or ended for want of funds',
  FailedToFreeIPs: 'The contract’s public IPs could not be given back',
  FailedToReserveIP: 'The public IPs went to another contract meanwhile',
  FarmHasNotEnoughPublicIPs: 'The farm has fewer public IPv4 addresses than this wants',
  FarmHasNotEnoughPublicIPsFree: 'The farm has no public IPv4 left',
  FarmIsNotDedicated: 'The farm does not let whole nodes',
  FarmNotExists: 'The node’s farm is gone',
  InvalidContractType: 'The contract is of another kind',
  InvalidProviderConfiguration: 'A solution’s providers can take half of its price together, no more',
  MethodIsDeprecated: 'The chain does not offer this any more',
  NameContractNameTooLong: 'A gateway’s name has at most 64 letters',
  NameContractNameTooShort: 'A gateway’s name has at least 3 letters',
  NameExists: 'Somebody has this name already',
  NameNotValid: 'A gateway’s name has small letters, digits, - and _',
  NoSuchSolutionProvider: 'The chain knows no such solution provider',
  NodeHasActiveContracts: 'Other contracts on the node have to be cancelled first',
  NodeHasRentContract: 'Somebody rents the node already',
  NodeNotAuthorizedToDeployContract: 'The node may not do this',
  NodeNotAvailableToDeploy: 'The node is asleep, or it is let whole and not to this account',
  NodeNotExists: 'The chain knows no such node',
  NotEnoughResourcesOnNode: 'The node has too little left for it',
  PricingPolicyNotExists: 'The chain has no prices to bill by',
  ServiceContractApprovalNotAllowed: 'The service contract cannot be approved as it stands',
  ServiceContractBillMetadataTooLong: 'The bill’s text has at most 50 letters',
  ServiceContractBillingNotApprovedByBoth: 'Both sides have to approve the service contract first',
  ServiceContractBillingVariableAmountTooHigh: 'The bill is higher than the agreed fee for its time',
  ServiceContractCreationNotAllowed: 'Both sides of a service contract need twins, and different ones',
  ServiceContractMetadataTooLong: 'The service contract’s text has at most 64 letters',
  ServiceContractModificationNotAllowed: 'The service contract cannot be changed any more, or not by this twin',
  ServiceContractNotEnoughFundsToPayBill: 'The other side cannot pay the bill, which ends the service contract',
  ServiceContractNotExists: 'The service contract is gone',
  ServiceContractRejectionNotAllowed: 'The service contract cannot be rejected any more',
  SolutionProviderNotApproved: 'The solution provider is not approved yet',
  TFTPriceValueError: 'The chain has no price of TFT to bill by',
  TwinNotAuthorized: 'That is for another twin to do',
  TwinNotAuthorizedToCancelContract: 'The contract belongs to another account',
  TwinNotAuthorizedToUpdateContract: 'The contract belongs to another account',
  TwinNotExists: 'The account has no twin yet',
  UnauthorizedToChangeSolutionProviderId:
    'The contract has its solution provider already, or belongs to another account',
  UnauthorizedToSetExtraFee: 'Only the owner of the node’s farm may ask an extra fee',
}

const bridge = {
  AmountIsLessThanDepositFee: 'That is no more than the bridge keeps of a deposit',
  AmountIsLessThanWithdrawFee: 'That is no more than the bridge keeps as its fee',
  InvalidStellarPublicKey: 'That is no address on Stellar',
  NotEnoughBalanceToSwap: 'The account has less than that to spend',
}

const balances = {
  DeadAccount: 'The account to pay does not exist, and this is too little to make it',
  ExistentialDeposit: 'An account has to hold at least 0.00005 TFT',
  Expendability: 'The account has to keep 0.00005 TFT, or it would end',
  InsufficientBalance: 'The account has less than that to spend',
  LiquidityRestrictions: 'Part of the balance is locked for contracts',
}

const token = {
  BelowMinimum: 'An account has to hold at least 0.00005 TFT',
  CannotCreate: 'The account to pay does not exist and could not be made',
  Frozen: 'Part of the balance is frozen',
  FundsUnavailable: 'The account has less than that to spend',
  NotExpendable: 'The account has to keep 0.00005 TFT, or it would end',
  OnlyProvider: 'The account would end, and others still depend on it',
}

const kvStore = {
  KeyIsTooLarge: 'A key on the chain has at most 512 bytes',
  NoValueStored: 'Nothing is kept on the chain under this key',
  ValueIsTooLarge: 'The chain keeps at most 2,048 bytes under a key',
}

const dao = {
  DuplicateVote: 'This farm voted so already',
  FarmHasNoNodes: 'The farm has no nodes, so that its vote would weigh nothing',
  FarmNotExists: 'The chain knows no such farm',
  NotAuthorizedToVote: 'Only the owner of the farm votes for it',
  NotCouncilMember: 'Only members of the council may do this',
  ProposalMissing: 'The proposal is gone: it was closed',
  TimeLimitReached: 'The vote is over',
  TooEarly: 'The vote is still on',
}

const pool = {
  '1010: Invalid Transaction: Transaction has a bad signature':
    'The signature does not fit: the wallet signed for another chain, or for another version of this one',
  '1010: Invalid Transaction: Transaction has an ancient birth block': 'It was signed too late: sign it again',
  '1010: Invalid Transaction: Transaction is outdated': 'Another transaction of this account took its place',
  '1014: Priority is too low: The transaction has too low priority to replace another transaction already in the pool.':
    'Another transaction of this account waits in its place: try again once that is in a block',
}

const under = (name: string, errors: Record<string, string>) =>
  Object.entries(errors).map(([error, meaning]) => [`${name}.${error}`, meaning] as const)

export const chainRefusals: Record<string, string> = {
  ...pool,
  ...Object.fromEntries([
    ...under('tfgridModule', tfgrid),
    ...under('smartContractModule', smartContract),
    ...under('tftBridgeModule', bridge),
    ...under('balances', balances),
    ...under('Token', token),
    ...under('tfkvStore', kvStore),
    ...under('dao', dao),
  ]),
}
