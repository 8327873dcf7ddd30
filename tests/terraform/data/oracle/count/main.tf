locals {
  enabled = true
  number = terraform_data.amount.output
}

resource "terraform_data" "amount" {
  input = 1
}

resource "terraform_data" "web" {
  count = 3
  input = "web-${count.index}"
}

resource "terraform_data" "single" {
  count = local.enabled ? 1 : 0
  input = "only"
}

resource "terraform_data" "none" {
  count = length([])
  input = "never"
}

resource "terraform_data" "pair" {
  count = length(terraform_data.web)
  input = { id = terraform_data.web[count.index].id, name = terraform_data.web[count.index].input }
}

resource "terraform_data" "from_text" {
  count = "2"
  input = count.index
}

output "all" {
  value = terraform_data.web
}

output "ids" {
  value = terraform_data.web[*].id
}

output "inputs" {
  value = terraform_data.web[*].input
}

output "first" {
  value = terraform_data.web[0].id
}

output "first_input" {
  value = terraform_data.web[0].input
}

output "first_output" {
  value = terraform_data.web[0].output
}

output "second_text_key" {
  value = terraform_data.web["1"].input
}

output "beyond" {
  value = terraform_data.web[3].id
}

output "without_key" {
  value = terraform_data.web.id
}

output "length" {
  value = length(terraform_data.web)
}

output "splat_legacy" {
  value = terraform_data.web.*.id
}

output "splat_first" {
  value = terraform_data.web[*].id[0]
}

output "joined" {
  value = join(",", terraform_data.web[*].id)
}

output "element" {
  value = element(terraform_data.web, 4).id
}

output "element_input" {
  value = element(terraform_data.web, 4).input
}

output "element_ids" {
  value = element(terraform_data.web[*].id, 1)
}

output "for_ids" {
  value = [for w in terraform_data.web : w.id]
}

output "for_inputs" {
  value = { for i, w in terraform_data.web : i => w.input }
}

output "by_id" {
  value = { for w in terraform_data.web : w.id => w.input }
}

output "by_input" {
  value = { for w in terraform_data.web : w.input => w.id }
}

output "one_of" {
  value = one(terraform_data.single)
}

output "one_of_id" {
  value = one(terraform_data.single[*].id)
}

output "single" {
  value = terraform_data.single[0].input
}

output "none" {
  value = terraform_data.none
}

output "none_ids" {
  value = terraform_data.none[*].id
}

output "none_first" {
  value = terraform_data.none[0].id
}

output "none_one" {
  value = one(terraform_data.none[*].id)
}

output "none_length" {
  value = length(terraform_data.none)
}

output "try_none" {
  value = try(terraform_data.none[0].id, "none")
}

output "try_single" {
  value = try(terraform_data.single[0].id, "none")
}

output "can_none" {
  value = can(terraform_data.none[0].id)
}

output "concatenated" {
  value = concat(terraform_data.none[*].id, terraform_data.web[*].id)
}

output "pair" {
  value = terraform_data.pair[1].input
}

output "pair_output" {
  value = terraform_data.pair[1].output
}

output "pairs" {
  value = terraform_data.pair[*].input
}

output "coalesced" {
  value = coalescelist(terraform_data.none[*].id, terraform_data.single[*].id)
}

output "from_text" {
  value = terraform_data.from_text[*].input
}

output "index_outside" {
  value = count.index
}

output "each_outside" {
  value = each.key
}

output "unknown_index" {
  value = terraform_data.web[local.number].id
}

output "unknown_index_input" {
  value = terraform_data.web[local.number].input
}

output "conditional_count" {
  value = local.enabled ? terraform_data.single[0].input : "off"
}
