variable "zone" {
  type = string
}

variable "rr" {
  description = "The host within the zone; @ is the zone itself."
  type        = string
}

variable "origin" {
  description = "The host name from which the CDN fetches."
  type        = string
}
