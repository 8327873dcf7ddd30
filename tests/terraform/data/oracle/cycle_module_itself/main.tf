module "a" {
  source = "./pass"
  given  = module.a.out
}

output "a" {
  value = module.a.out
}
