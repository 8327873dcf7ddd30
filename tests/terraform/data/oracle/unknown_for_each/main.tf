resource "terraform_data" "names" {
  input = ["a", "b"]
}

resource "terraform_data" "many" {
  for_each = toset(terraform_data.names.output)
}

output "ids" {
  value = [for t in terraform_data.many : t.id]
}
