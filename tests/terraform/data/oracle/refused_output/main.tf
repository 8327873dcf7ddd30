module "a" {
  source = "./pass"
}

output "a" {
  value = module.a.out
}
