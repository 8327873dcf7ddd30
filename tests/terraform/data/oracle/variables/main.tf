variable "untyped" {
  default = ["a", 1]
}

variable "text" {
  type    = string
  default = "x"
}

variable "text_from_number" {
  type    = string
  default = 1.50
}

variable "number_from_text" {
  type    = number
  default = "16"
}

variable "list" {
  type    = list(string)
  default = ["a", 1, true]
}

variable "set" {
  type    = set(string)
  default = ["b", "a", "b"]
}

variable "set_order" {
  type    = set(number)
  default = [10, 9, 100, -1, 1.5]
}

variable "map" {
  type    = map(number)
  default = { b = "1", a = 2 }
}

variable "tuple" {
  type    = tuple([string, number])
  default = [1, "2"]
}

variable "object" {
  type    = object({ a = string, b = number })
  default = { a = 1, b = "2" }
}

variable "object_extra" {
  type    = object({ a = string })
  default = { a = 1, b = "2" }
}

variable "object_partly" {
  type    = object({ a = string, b = optional(number) })
  default = { a = "x" }
}

variable "object_defaults" {
  type = object({
    a = optional(string, "default")
    b = optional(object({ c = optional(number, 5) }), {})
    d = optional(list(string))
  })
  default = {}
}

variable "nested_defaults" {
  type = object({
    rules = list(object({
      port     = number
      protocol = optional(string, "tcp")
    }))
    tags = optional(map(object({ value = optional(string, "v") })), { a = {} })
  })
  default = { rules = [{ port = 80 }, { port = "443", protocol = null }] }
}

variable "null_default" {
  type    = string
  default = null
}

variable "nullable" {
  type     = string
  default  = "fallback"
  nullable = false
}

variable "any_list" {
  type    = list(any)
  default = ["a", 1]
}

variable "any_map" {
  type    = map(any)
  default = { a = 1, b = true, c = "x" }
}

variable "given" {
  type = string
}

variable "given_number" {
  type = number
}

variable "given_list" {
  type = list(string)
}

variable "given_object" {
  type = object({ a = optional(string, "d"), b = number })
}

variable "given_null" {
  type    = string
  default = "x"
}

variable "given_null_not_nullable" {
  type     = string
  default  = "x"
  nullable = false
}

variable "auto" {
  type    = string
  default = "x"
}

variable "list_of_objects" {
  type    = list(object({ a = string, b = optional(string, "z") }))
  default = [{ a = 1 }, { a = "y", b = "x" }]
}

variable "map_of_lists" {
  type    = map(list(string))
  default = { a = [1, 2], b = [] }
}

resource "terraform_data" "text" {
  input = "text"
}

resource "terraform_data" "object" {
  input = { name = "x", port = "80", extra = true }
}

resource "terraform_data" "list" {
  input = ["a", 1]
}

resource "terraform_data" "digits" {
  input = "12"
}

module "typed" {
  source   = "./typed"
  settings = { name = terraform_data.text.id, extra = true }
  items    = ["a", 1, terraform_data.text.id]
  resource = terraform_data.text
  not_null = null
  number   = terraform_data.digits.output
  set      = ["b", "a", terraform_data.text.id]
  anything = [terraform_data.text.id, 1]
}

module "unknown" {
  source   = "./typed"
  settings = terraform_data.object.output
  items    = terraform_data.list.output
  resource = { id = "x", input = "y" }
  not_null = terraform_data.text.output
  number   = "5"
  set      = terraform_data.list.output
  anything = terraform_data.object.output
}

output "untyped" {
  value = var.untyped
}

output "text" {
  value = var.text
}

output "text_from_number" {
  value = var.text_from_number
}

output "number_from_text" {
  value = var.number_from_text
}

output "list" {
  value = var.list
}

output "set" {
  value = var.set
}

output "map" {
  value = var.map
}

output "tuple" {
  value = var.tuple
}

output "object" {
  value = var.object
}

output "object_partly" {
  value = var.object_partly
}

output "object_defaults" {
  value = var.object_defaults
}

output "nested_defaults" {
  value = var.nested_defaults
}

output "nested_defaults_list" {
  value = var.nested_defaults.rules[0]
}

output "null_default" {
  value = var.null_default
}

output "nullable" {
  value = var.nullable
}

output "any_list" {
  value = var.any_list
}

output "any_map" {
  value = var.any_map
}

output "set_order" {
  value = var.set_order
}

output "given" {
  value = var.given
}

output "given_number" {
  value = var.given_number
}

output "given_list" {
  value = var.given_list
}

output "given_object" {
  value = var.given_object
}

output "given_null" {
  value = var.given_null
}

output "given_null_not_nullable" {
  value = var.given_null_not_nullable
}

output "auto" {
  value = var.auto
}

output "undeclared" {
  value = var.nope
}

output "extra_attribute" {
  value = var.object_extra
}

output "list_of_objects" {
  value = var.list_of_objects
}

output "map_of_lists" {
  value = var.map_of_lists
}

output "in_module" {
  value = module.typed.settings
}

output "in_module_name" {
  value = module.typed.settings.name
}

output "in_module_defaulted" {
  value = module.typed.settings.port
}

output "in_module_list" {
  value = module.typed.items
}

output "in_module_length" {
  value = length(module.typed.items)
}

output "in_module_extra" {
  value = module.typed.settings.extra
}

output "in_module_object" {
  value = module.typed.resource
}

output "in_module_output" {
  value = module.typed.resource_output
}

output "in_module_not_null" {
  value = module.typed.not_null
}

output "in_module_number" {
  value = module.typed.number
}

output "in_module_number_plus" {
  value = module.typed.number + 1
}

output "in_module_set" {
  value = module.typed.set
}

output "in_module_set_length" {
  value = length(module.typed.set)
}

output "in_module_any" {
  value = module.typed.anything
}

output "unknown_object_name" {
  value = module.unknown.settings.name
}

output "unknown_object_port" {
  value = module.unknown.settings.port
}

output "unknown_list" {
  value = module.unknown.items
}

output "unknown_list_length" {
  value = length(module.unknown.items)
}

output "unknown_set" {
  value = module.unknown.set
}

output "unknown_not_null" {
  value = module.unknown.not_null
}

output "unknown_any" {
  value = module.unknown.anything
}
