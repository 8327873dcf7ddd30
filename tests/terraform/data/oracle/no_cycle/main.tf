module "a" {
  source = "./pass"
  one    = "x"
  two    = module.b["x"].first
}

module "b" {
  for_each = toset(["x"])
  source   = "./pass"
  one      = module.a.first
  two      = module.a.second
}

output "first" {
  value = module.a.first
}

output "second" {
  value = module.a.second
}

output "third" {
  value = module.b["x"].second
}
