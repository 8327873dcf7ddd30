module "a" {
  source = "./pass"
  given  = { port = "x" }
}

output "a" {
  value = module.a.out
}
