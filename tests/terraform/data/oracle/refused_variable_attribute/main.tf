module "a" {
  source = "./pass"
  given  = { prt = 1 }
}

output "a" {
  value = module.a.out
}
