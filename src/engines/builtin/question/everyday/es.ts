/** Spanish words for the same thing, see everyday-words.ts. One group a line. */
export const SPANISH_GROUPS = `niño niños niña niñas menores infantil
    bici bicicleta bicicletas
    coche carro auto automóvil vehículo
    jefe jefa director directora presidente presidenta responsable
    sueldo salario paga
    precio precios coste costo cuesta cuestan tarifa entrada
    abierto abre abren horario apertura
    cerrado cierra cierran
    médico doctor doctora
    vacaciones permiso
    baño baños aseo aseos servicio
    móvil teléfono celular llamar
    comida comer almuerzo cena
    gratis gratuito gratuita
    perro perros mascota mascotas animales
    aparcar aparcamiento estacionamiento parking estacionar
    alumno alumna alumnos estudiante estudiantes
    trabajador trabajadores empleado empleados personal
    alquilar alquiler
    socio socios miembro miembros
    casa vivienda edificio
    libro libros
    tren trenes ferrocarril
    autobús bus autobuses
    peli película películas film
    llegar llega llegada
    salir sale salida
    reservar reserva reservas inscripción
    profesor profesora maestro clases curso
    marido esposo esposa mujer
    construyó construido construcción
    fundó fundado fundación
    prohibido permitido
    vale cuesta precio cuestan costar
    participaron participar apuntaron apuntarse inscribieron
    función funciones sesión sesiones
    dinero fondos presupuesto
    color colores
    garantía garantizado`;
