module "a" {
  source = "./pass"
  given  = module.b.out
}

module "b" {
  source = "./pass"
  given  = module.a.out
}

output "a" {
  value = module.a.out
}
